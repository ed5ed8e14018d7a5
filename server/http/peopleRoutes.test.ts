import { expect, test } from 'vitest';
import { ROUTES } from '#shared/protocol/http.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

test('an admin makes people, who can then sign in', async () => {
  const { ask, aPerson, aNewAccount } = await anHttpClinic();
  const as = await aPerson('admin', 'Ada Moor');
  const { email, password } = aNewAccount();
  const made = await ask('POST', ROUTES.people, aNewAccount(), { as });
  expect(made).toMatchObject({ status: 200, answer: { name: 'Ida Berg', role: 'therapist' } });
  expect((await ask('GET', ROUTES.people, undefined, { as })).answer).toEqual([as, made.answer]);
  expect((await ask('POST', ROUTES.signIn, { email, password })).answer).toEqual(made.answer);
});

test('an email address has one account', async () => {
  const { ask, aPerson, aNewAccount } = await anHttpClinic();
  const as = await aPerson('admin');
  await ask('POST', ROUTES.people, aNewAccount(), { as });
  expect((await ask('POST', ROUTES.people, aNewAccount(), { as })).status).toBe(409);
});

test('a short password is refused', async () => {
  const { ask, aPerson, aNewAccount } = await anHttpClinic();
  const as = await aPerson('admin');
  expect((await ask('POST', ROUTES.people, aNewAccount({ password: 'short' }), { as })).status).toBe(400);
});
