import { expect, test } from 'vitest';
import { anHttpClinic } from './testing/anHttpClinic.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

test('an input that is not right is answered with what is wrong, field by field', async () => {
  const { ask, aPerson } = await anHttpClinic();
  const admin = await aPerson('admin');
  const family = { name: ' ', childInitials: 'too long', caregiverNames: [] };
  const { status, answer } = await ask('POST', pathOf('families:make'), family, { as: admin });
  expect(status).toBe(400);
  expect(answer).toEqual({ error: expect.stringMatching(/name: .*childInitials: .*caregiverNames: /) as string });
});

test('what is too large is not read', async () => {
  const { ask } = await anHttpClinic();
  const { status, answer } = await ask('POST', pathOf('device:join'), { secret: 'x'.repeat(70_000) });
  expect([status, answer]).toEqual([413, { error: 'This is too large.' }]);
});

test('only JSON is understood', async () => {
  const { http } = await anHttpClinic();
  const headers = { 'content-type': 'text/plain' };
  const { statusCode } = await http.inject({ method: 'POST', url: pathOf('device:join'), headers, payload: '{}' });
  expect(statusCode).toBe(415);
});

test('a fault of ours says nothing of what is inside', async () => {
  const reports = { of: () => Promise.reject(new Error('table session_facts is locked')) };
  const { ask, aPerson, aSessionOf } = await anHttpClinic({ reports });
  const lead = await aPerson('therapist');
  const { sessionId } = await aSessionOf(lead);
  const { status, answer } = await ask('GET', pathOf('session-report:read', { sessionId }), undefined, { as: lead });
  expect([status, answer]).toEqual([500, { error: 'Something went wrong on our side. Please try again.' }]);
});

test('what is not there is said in words', async () => {
  const { ask } = await anHttpClinic();
  expect(await ask('GET', '/api/nothing')).toMatchObject({ status: 404, answer: { error: 'There is nothing here.' } });
});
