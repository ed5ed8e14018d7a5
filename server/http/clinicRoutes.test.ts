import { expect, test } from 'vitest';
import { CLINIC_ROUTES } from '#shared/protocol/clinic.ts';
import { ROUTES } from '#shared/protocol/http.ts';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

const CLINIC = { name: 'Lark Clinic', telephone: '+61 2 5550 0100', timeZone: 'Australia/Sydney' };
const ADMIN = { name: 'Ada Moor', email: 'ada@clinic.example', password: 'a long pass phrase', clinic: CLINIC };
const UNSET = { name: '', telephone: '', timeZone: 'UTC' };

test('an empty clinic asks for an admin, who is then signed in', async () => {
  const { ask } = await anHttpClinic();
  expect((await ask('GET', ROUTES.clinic)).answer).toEqual({ needsAdmin: true, demo: false, clinic: UNSET });

  const made = await ask('POST', ROUTES.firstAdmin, ADMIN);
  expect(made).toMatchObject({ status: 200, answer: { name: 'Ada Moor', role: 'admin' } });
  expect((await ask('GET', ROUTES.me, undefined, { cookie: cookieFrom(made.cookies) })).answer).toEqual(made.answer);
  expect((await ask('GET', ROUTES.clinic)).answer).toEqual({ needsAdmin: false, demo: false, clinic: CLINIC });
});

test('a clinic that has someone makes no second first admin', async () => {
  const { ask, aPerson } = await anHttpClinic();
  await aPerson('therapist');
  expect((await ask('POST', ROUTES.firstAdmin, ADMIN)).status).toBe(409);
});

test('of two who press at the same moment one becomes the admin', async () => {
  const { ask, records } = await anHttpClinic();
  const other = { ...ADMIN, email: 'other@clinic.example' };
  const answers = await Promise.all([ask('POST', ROUTES.firstAdmin, ADMIN), ask('POST', ROUTES.firstAdmin, other)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(await records.listAccounts()).toHaveLength(1);
});

test('anybody is told whom to call, and nothing else', async () => {
  const { ask } = await anHttpClinic();
  expect(await ask('GET', CLINIC_ROUTES.contact)).toMatchObject({ status: 200, answer: { name: '', telephone: '' } });
  await ask('POST', ROUTES.firstAdmin, ADMIN);
  const { name, telephone } = CLINIC;
  expect((await ask('GET', CLINIC_ROUTES.contact)).answer).toEqual({ name, telephone });
});

test('a server whose store answers is well', async () => {
  const { ask } = await anHttpClinic();
  expect(await ask('GET', ROUTES.health)).toMatchObject({ status: 200, answer: { status: 'ok' } });
});
