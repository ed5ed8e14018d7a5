import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { findProgram } from '#shared/domain/programs/findProgram.ts';
import { FORMER_VERSIONS } from '#shared/domain/programs/formerVersions.ts';
import { JoinLink } from '#shared/protocol/http/link.ts';
import { SessionSummary } from '#shared/protocol/http/sessions.ts';
import { PUBLIC_URL } from '#server/auth/testing/anAuth.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

test('a therapist makes a family and a session with it, and finds it in their list', async () => {
  const { ask, aPerson } = await anHttpClinic();
  const as = await aPerson('therapist', 'Ida Berg');
  const family = { name: 'Lark family', childInitials: 'T.', caregiverNames: ['Nora', 'Jon'] };
  const { answer: made } = await ask('POST', pathOf('families:make'), family, { as });
  expect((await ask('GET', pathOf('families:list'), undefined, { as })).answer).toEqual([made]);

  const { familyId } = made as { familyId: string };
  const session = await ask('POST', pathOf('sessions:make'), { familyId, startsAt: NOW.toISOString() }, { as });
  expect(session.answer).toMatchObject({ familyName: 'Lark family', therapistName: 'Ida Berg', phase: 'preparing' });
  expect((await ask('GET', pathOf('sessions:list'), undefined, { as })).answer).toEqual([session.answer]);
  const { sessionId } = SessionSummary.parse(session.answer);
  expect((await ask('GET', pathOf('session:read', { sessionId }), undefined, { as })).answer).toEqual(session.answer);
});

test('a session of an unknown family is not made', async () => {
  const { ask, aPerson } = await anHttpClinic();
  const as = await aPerson('therapist');
  const plan = { familyId: randomUUID(), startsAt: NOW.toISOString() };
  expect((await ask('POST', pathOf('sessions:make'), plan, { as })).status).toBe(404);
});

test('[PER2] a therapist sees their own sessions, a supervisor everyone’s', async () => {
  const { ask, aPerson, aSessionOf } = await anHttpClinic();
  const [ida, omar, supervisor] = [await aPerson('therapist'), await aPerson('therapist'), await aPerson('supervisor')];
  const { sessionId } = await aSessionOf(ida);
  await aSessionOf(omar);
  const listFor = async (as: typeof ida) => (await ask('GET', pathOf('sessions:list'), undefined, { as })).answer;
  expect(await listFor(ida)).toHaveLength(1);
  expect(await listFor(supervisor)).toHaveLength(2);
  expect((await ask('GET', pathOf('session:read', { sessionId }), undefined, { as: omar })).status).toBe(404);
  expect((await ask('GET', pathOf('session-report:read', { sessionId }), undefined, { as: omar })).status).toBe(404);
  expect((await ask('GET', pathOf('session:read', { sessionId }), undefined, { as: supervisor })).status).toBe(200);
});

test('the lead therapist makes a link that carries its secret where servers do not see it', async () => {
  const { ask, records, aPerson, aSessionOf } = await anHttpClinic();
  const as = await aPerson('therapist');
  const { sessionId } = await aSessionOf(as);
  const { url, expiresAt } = JoinLink.parse(
    (await ask('POST', pathOf('session-links:make', { sessionId }), undefined, { as })).answer,
  );
  expect(url).toMatch(new RegExp(`^${PUBLIC_URL}/join#.{40,}`));
  expect(new Date(expiresAt).getTime() - NOW.getTime()).toBe(24 * 3_600_000);
  expect(await records.redeemLink(new URL(url).hash.slice(1), NOW)).toBeDefined();
});

test('nobody but the lead therapist makes a link', async () => {
  const { ask, aPerson, aSessionOf } = await anHttpClinic();
  const { sessionId } = await aSessionOf(await aPerson('therapist'));
  const link = async (as: Awaited<ReturnType<typeof aPerson>>) =>
    (await ask('POST', pathOf('session-links:make', { sessionId }), undefined, { as })).status;
  expect(await link(await aPerson('therapist'))).toBe(404);
  expect(await link(await aPerson('supervisor'))).toBe(403);
});

test('a session that is over gets no more links', async () => {
  const { ask, aPerson, aSessionOf } = await anHttpClinic({ phaseOf: async () => 'closed' });
  const as = await aPerson('therapist');
  const { sessionId } = await aSessionOf(as);
  expect((await ask('POST', pathOf('session-links:make', { sessionId }), undefined, { as })).status).toBe(409);
});

test('the report comes from the session’s log, and is not there before anything happened', async () => {
  const { ask, aPerson, aSessionOf } = await anHttpClinic();
  const as = await aPerson('therapist');
  const { sessionId } = await aSessionOf(as);
  expect((await ask('GET', pathOf('session-report:read', { sessionId }), undefined, { as })).status).toBe(404);
  expect((await ask('GET', pathOf('session-report:read', { sessionId: 'not-an-id' }), undefined, { as })).status).toBe(
    400,
  );
});

test('[PRO5] a family that began under a first version gets its next session under the newest', async () => {
  const { ask, records, aPerson } = await anHttpClinic();
  const as = await aPerson('therapist');
  for (const { id: program, version: programVersion } of FORMER_VERSIONS) {
    const plan = {
      name: `A ${program} family`,
      childInitials: 'T.',
      childBirthMonth: null,
      caregiverNames: ['Nora'],
    };
    const by = { id: as.userId, name: as.name };
    const { familyId } = await records.makeFamily({ ...plan, program, programVersion }, by, NOW);
    const { answer } = await ask('POST', pathOf('sessions:make'), { familyId, startsAt: NOW.toISOString() }, { as });
    const made = await records.findSession(SessionSummary.parse(answer).sessionId);
    expect(made?.programVersion).toBe(findProgram(program)?.version);
    expect(made?.programVersion).not.toBe(programVersion);
  }
});
