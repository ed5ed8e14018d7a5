import { describe, expect, test } from 'vitest';
import type { AccountChange } from '#shared/protocol/http/people.ts';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

test('an admin makes people, who can then sign in', async () => {
  const { ask, aPerson, aNewAccount } = await anHttpClinic();
  const as = await aPerson('admin', 'Ada Moor');
  const { email, password } = aNewAccount();
  const made = await ask('POST', pathOf('people:make'), aNewAccount(), { as });
  expect(made).toMatchObject({ status: 200, answer: { name: 'Ida Berg', role: 'therapist' } });
  expect((await ask('GET', pathOf('people:list'), undefined, { as })).answer).toEqual([
    { ...as, isActive: true },
    made.answer,
  ]);
  expect(made.answer).toMatchObject(
    (await ask('POST', pathOf('account:sign-in'), { email, password })).answer as object,
  );
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

describe('an admin who changes an account', () => {
  async function aClinicWithIda() {
    const clinic = await anHttpClinic();
    const admin = await clinic.aPerson('admin', 'Ada Moor');
    const { email, password } = clinic.aNewAccount();
    const ida = (await clinic.auth.makeAccount(clinic.aNewAccount()))!;
    const signIn = (secret = password) => clinic.ask('POST', pathOf('account:sign-in'), { email, password: secret });
    const change = (userId: string, body: AccountChange) =>
      clinic.ask('POST', pathOf('people:change', { userId }), body, { as: admin });
    const me = async (cookie: string) =>
      (await clinic.ask('GET', pathOf('account:read'), undefined, { cookie })).answer;
    return { ...clinic, admin, ida, signIn, change, me };
  }

  test('gives a new role, which counts from the next sign-in, and ends the sign-ins with the old one', async () => {
    const { ida, signIn, change, me } = await aClinicWithIda();
    const before = cookieFrom((await signIn()).cookies);
    expect(await change(ida.userId, { what: 'role', role: 'supervisor' })).toMatchObject({
      status: 200,
      answer: { name: 'Ida Berg', role: 'supervisor', isActive: true },
    });
    expect(await me(before)).toEqual({ error: 'Please sign in.' });
    expect(await me(cookieFrom((await signIn()).cookies))).toMatchObject({ role: 'supervisor' });
  });

  test('sets a new password, and the old one is no longer good', async () => {
    const { ida, signIn, change } = await aClinicWithIda();
    await change(ida.userId, { what: 'password', password: 'another long pass phrase' });
    expect((await signIn()).status).toBe(401);
    expect((await signIn('another long pass phrase')).status).toBe(200);
  });

  test('takes the access away, and gives it back', async () => {
    const { ida, signIn, change, me, auth } = await aClinicWithIda();
    const before = cookieFrom((await signIn()).cookies);
    expect((await change(ida.userId, { what: 'access', isActive: false })).answer).toMatchObject({ isActive: false });
    expect(await me(before)).toEqual({ error: 'Please sign in.' });
    expect((await signIn()).status).toBe(401);
    expect(await me(cookieFrom(await auth.signInAs(ida.userId)))).toEqual({ error: 'Please sign in.' });
    await change(ida.userId, { what: 'access', isActive: true });
    expect((await signIn()).status).toBe(200);
  });

  test('cannot change their own, so that a clinic always has an admin', async () => {
    const { admin, change } = await aClinicWithIda();
    expect((await change(admin.userId, { what: 'role', role: 'therapist' })).status).toBe(409);
    expect((await change(admin.userId, { what: 'access', isActive: false })).status).toBe(409);
  });

  test('is told where there is no such account', async () => {
    const { change } = await aClinicWithIda();
    expect((await change('nobody', { what: 'access', isActive: false })).status).toBe(404);
  });
});
