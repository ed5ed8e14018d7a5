import { expect, test } from 'vitest';
import { anHttpClinic } from './testing/anHttpClinic.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

test('an admin makes people, who can then sign in', async () => {
  const { ask, aPerson, aNewAccount } = await anHttpClinic();
  const as = await aPerson('admin', 'Ada Moor');
  const { email, password } = aNewAccount();
  const made = await ask('POST', pathOf('people:make'), aNewAccount(), { as });
  expect(made).toMatchObject({ status: 200, answer: { name: 'Ida Berg', role: 'therapist' } });
  expect((await ask('GET', pathOf('people:list'), undefined, { as })).answer).toEqual([as, made.answer]);
  expect((await ask('POST', pathOf('account:sign-in'), { email, password })).answer).toEqual(made.answer);
});

test('an email address has one account', async () => {
  const { ask, aPerson, aNewAccount } = await anHttpClinic();
  const as = await aPerson('admin');
  await ask('POST', pathOf('people:make'), aNewAccount(), { as });
  expect((await ask('POST', pathOf('people:make'), aNewAccount(), { as })).status).toBe(409);
});

test('a short password is refused', async () => {
  const { ask, aPerson, aNewAccount } = await anHttpClinic();
  const as = await aPerson('admin');
  expect((await ask('POST', pathOf('people:make'), aNewAccount({ password: 'short' }), { as })).status).toBe(400);
});
