import { getMigrations } from 'better-auth/db/migration';
import { expect, test } from 'vitest';
import { ROUTES } from '#shared/protocol/http.ts';
import { aDatabase } from '#server/storage/openDatabase.builder.ts';
import { aNewAccount, anAuth, aSignIn, cookieFrom, PUBLIC_URL } from './auth.builder.ts';
import { optionsFor } from './auth.ts';

test('the tables are those that the sign-in library expects', async () => {
  const settings = { db: await aDatabase(), secret: 'x'.repeat(32), publicUrl: PUBLIC_URL, trustedOrigins: [] };
  const { toBeCreated, toBeAdded } = await getMigrations(optionsFor(settings));
  expect(toBeCreated).toEqual([]);
  expect(toBeAdded).toEqual([]);
});

test('somebody with an account signs in with their password and is known by the cookie', async () => {
  const auth = anAuth(await aDatabase());
  const account = await auth.makeAccount(aNewAccount({ email: 'Ida@Clinic.example' }));
  const response = await auth.handle(aSignIn('a long pass phrase', { address: '192.0.2.10' }));
  expect(response.status).toBe(200);
  const [cookie] = response.headers.getSetCookie();
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).not.toMatch(/Secure/);
  expect(await auth.findAccount(cookieFrom([cookie ?? '']))).toEqual(account);
  expect(account).toMatchObject({ name: 'Ida Berg', email: 'ida@clinic.example', role: 'therapist' });
});

test('behind https the cookie is for https alone', async () => {
  const auth = anAuth(await aDatabase(), {
    publicUrl: 'https://clinic.example',
    trustedOrigins: ['https://clinic.example'],
  });
  const account = await auth.makeAccount(aNewAccount());
  const [cookie] = await auth.signInAs(account!.userId);
  expect(cookie).toMatch(/; Secure/);
});

test.for([
  ['no cookie', undefined],
  ['a cookie of something else', 'theme=dark'],
  ['a forged cookie', 'earshot.session_token=abc.def'],
] as const)('%s is nobody', async ([, cookie]) => {
  expect(await anAuth(await aDatabase()).findAccount(cookie)).toBeUndefined();
});

test('a wrong password is refused', async () => {
  const auth = anAuth(await aDatabase());
  await auth.makeAccount(aNewAccount());
  const response = await auth.handle(aSignIn('another pass phrase', { address: '192.0.2.11' }));
  expect(response.status).toBe(401);
  expect(response.headers.getSetCookie()).toEqual([]);
});

test('an email address has one account', async () => {
  const auth = anAuth(await aDatabase());
  await auth.makeAccount(aNewAccount());
  expect(await auth.makeAccount(aNewAccount({ email: 'IDA@clinic.example' }))).toBeUndefined();
});

test('nobody can sign themselves up', async () => {
  const auth = anAuth(await aDatabase());
  const response = await auth.handle(
    new Request(`${PUBLIC_URL}${ROUTES.auth}/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: PUBLIC_URL },
      body: JSON.stringify(aNewAccount()),
    }),
  );
  expect(response.status).toBe(400);
});

test('nobody is signed in without a password over HTTP', async () => {
  const auth = anAuth(await aDatabase());
  for (const path of ['sign-in-as', 'signInAs', 'sign-in/as']) {
    const response = await auth.handle(new Request(`${PUBLIC_URL}${ROUTES.auth}/${path}`, { method: 'POST' }));
    expect(response.status).toBe(404);
  }
});

test('guessing passwords from one address is slowed down, and others go on', async () => {
  const auth = anAuth(await aDatabase());
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 11; attempt += 1) {
    statuses.push((await auth.handle(aSignIn('a wrong pass phrase', { address: '192.0.2.12' }))).status);
  }
  expect(statuses.slice(0, 10).every((status) => status === 401)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
  expect((await auth.handle(aSignIn('a wrong pass phrase', { address: '192.0.2.13' }))).status).toBe(401);
});

test('signing out ends it, for a copy of the cookie too', async () => {
  const auth = anAuth(await aDatabase());
  const account = await auth.makeAccount(aNewAccount());
  const cookie = cookieFrom(await auth.signInAs(account!.userId));
  expect(await auth.findAccount(cookie)).toEqual(account);
  await auth.handle(
    new Request(`${PUBLIC_URL}${ROUTES.auth}/sign-out`, { method: 'POST', headers: { cookie, origin: PUBLIC_URL } }),
  );
  expect(await auth.findAccount(cookie)).toBeUndefined();
});
