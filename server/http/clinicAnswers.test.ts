import { expect, test } from 'vitest';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import { anHttpClinic, FIRST_ADMIN_SECRET } from './testing/anHttpClinic.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

const CLINIC = { name: 'Lark Clinic', telephone: '+61 2 5550 0100', timeZone: 'Australia/Sydney' };
const ADMIN = {
  name: 'Ada Moor',
  email: 'ada@clinic.example',
  password: 'a long pass phrase',
  clinic: CLINIC,
  secret: FIRST_ADMIN_SECRET,
};
const UNSET = { name: '', telephone: '', timeZone: 'UTC' };

test('an empty clinic asks for an admin, who is then signed in', async () => {
  const { ask } = await anHttpClinic();
  expect((await ask('GET', pathOf('clinic:read'))).answer).toEqual({
    needsAdmin: true,
    demo: false,
    sendsMail: false,
    provider: null,
    clinic: UNSET,
  });

  const made = await ask('POST', pathOf('first-admin:make'), ADMIN);
  expect(made).toMatchObject({ status: 200, answer: { name: 'Ada Moor', role: 'admin' } });
  const cookie = cookieFrom(made.cookies);
  expect(await ask('GET', pathOf('second-factor:read'), undefined, { cookie })).toMatchObject({ status: 200 });
  expect((await ask('GET', pathOf('clinic:read'))).answer).toEqual({
    needsAdmin: false,
    demo: false,
    sendsMail: false,
    provider: null,
    clinic: CLINIC,
  });
});

test('the first visitor cannot become admin without the printed link', async () => {
  const { ask, records } = await anHttpClinic();
  const { status } = await ask('POST', pathOf('first-admin:make'), { ...ADMIN, secret: 'a guess' });
  expect([status, await records.hasAccounts()]).toEqual([403, false]);
});

test('a clinic that has someone makes no second first admin', async () => {
  const { ask, aPerson } = await anHttpClinic();
  await aPerson('therapist');
  expect((await ask('POST', pathOf('first-admin:make'), ADMIN)).status).toBe(409);
});

test('of two who press at the same moment one becomes the admin', async () => {
  const { ask, records } = await anHttpClinic();
  const other = { ...ADMIN, email: 'other@clinic.example' };
  const answers = await Promise.all([
    ask('POST', pathOf('first-admin:make'), ADMIN),
    ask('POST', pathOf('first-admin:make'), other),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(await records.listAccounts()).toHaveLength(1);
});

test('anybody is told whom to call, and nothing else', async () => {
  const { ask } = await anHttpClinic();
  expect(await ask('GET', pathOf('clinic-contact:read'))).toMatchObject({
    status: 200,
    answer: { name: '', telephone: '' },
  });
  await ask('POST', pathOf('first-admin:make'), ADMIN);
  const { name, telephone } = CLINIC;
  expect((await ask('GET', pathOf('clinic-contact:read'))).answer).toEqual({ name, telephone });
});

test('a server whose store answers is well', async () => {
  const { ask } = await anHttpClinic();
  expect(await ask('GET', pathOf('clinic:health'))).toMatchObject({ status: 200, answer: { status: 'ok' } });
});
