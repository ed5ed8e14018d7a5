import { hashPassword } from 'better-auth/crypto';
import { getMigrations } from 'better-auth/db/migration';
import { describe, expect, test } from 'vitest';
import { MOST_SIGN_INS } from '#shared/domain/signInEnd.ts';
import { UNDECIDED_POLICY } from '#shared/protocol/http/signInPolicy.ts';
import { aDatabase } from '#server/storage/testing/aDatabase.ts';
import { createPasswordHashes } from './passwords/passwordHashes.ts';
import { CHEAP } from './passwords/testing/cheap.ts';
import { aNewAccount, anAuth, cookieFrom, PUBLIC_URL } from './testing/anAuth.ts';
import type { Auth } from './auth.ts';
import { optionsFor, SIGN_IN_KEPT_MS } from './authOptions.ts';

const SIGN_IN_LASTS_MS = 12 * 3_600_000;

const accountBy = async (auth: Auth, cookie: string | undefined) => (await auth.findCurrentSignIn(cookie))?.account;

test('the tables match those that the sign-in library expects', async () => {
  const settings = { db: await aDatabase(), secret: 'x'.repeat(32), publicUrl: PUBLIC_URL, trustedOrigins: [] };
  const { toBeCreated, toBeAdded } = await getMigrations(
    optionsFor({
      ...settings,
      now: () => new Date(),
      readLimits: async () => UNDECIDED_POLICY,
      passwords: createPasswordHashes(CHEAP),
    }),
  );
  expect(toBeCreated).toEqual([]);
  expect(toBeAdded).toEqual([]);
});

test('a person with an account signs in with their password and is recognized by the cookie', async () => {
  const auth = anAuth(await aDatabase());
  const account = await auth.makeAccount(aNewAccount({ email: 'Ida@Clinic.example' }));
  const signedIn = await auth.signIn({ email: 'ida@clinic.example', password: 'a long pass phrase' });
  expect(signedIn?.account).toEqual(account);
  const [cookie] = signedIn?.setCookies ?? [];
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).not.toMatch(/Secure/);
  expect(await accountBy(auth, cookieFrom([cookie ?? '']))).toEqual(account);
  expect(account).toMatchObject({ name: 'Ida Berg', email: 'ida@clinic.example', role: 'therapist' });
});

test('behind https the cookie is sent over https only', async () => {
  const auth = anAuth(await aDatabase(), {
    publicUrl: 'https://clinic.example',
    trustedOrigins: ['https://clinic.example'],
  });
  const account = await auth.makeAccount(aNewAccount());
  const [cookie] = await auth.signInAs(account!.userId);
  expect(cookie).toMatch(/^__Host-earshot\.session_token=.*; Path=\/.*; Secure/);
  expect(cookie).not.toMatch(/Domain/i);
  expect(await accountBy(auth, cookieFrom([cookie ?? '']))).toEqual(account);
});

test.for([
  ['no cookie', undefined],
  ['a cookie of something else', 'theme=dark'],
  ['a forged cookie', 'earshot.session_token=abc.def'],
] as const)('%s is not signed in', async ([, cookie]) => {
  expect(await accountBy(anAuth(await aDatabase()), cookie)).toBeUndefined();
});

test.for([
  ['ida@clinic.example', 'another pass phrase'],
  ['nobody@clinic.example', 'a long pass phrase'],
] as const)('%s with “%s” is refused', async ([email, password]) => {
  const auth = anAuth(await aDatabase());
  await auth.makeAccount(aNewAccount());
  expect(await auth.signIn({ email, password })).toBeUndefined();
});

test('[PER10] an old hash of a password is replaced at the next sign-in, and by nothing else', async () => {
  const db = await aDatabase();
  const auth = anAuth(db);
  const { userId } = (await auth.makeAccount(aNewAccount()))!;
  const stored = async () =>
    (await db.selectFrom('auth_account').select('password').executeTakeFirstOrThrow()).password;
  const old = await hashPassword('a long pass phrase');
  await db.updateTable('auth_account').set({ password: old }).execute();
  const signIn = (password: string) => auth.signIn({ email: 'ida@clinic.example', password });
  expect(await signIn('another pass phrase')).toBeUndefined();
  expect(await auth.isPasswordOf(userId, 'a long pass phrase')).toBe(true);
  expect(await stored()).toBe(old);
  expect(await signIn('a long pass phrase')).toBeDefined();
  const renewed = await stored();
  expect(renewed).toMatch(/^\$scrypt\$/);
  expect(await signIn('a long pass phrase')).toBeDefined();
  expect(await stored()).toBe(renewed);
});

describe('an account with as many sign-ins as it may have', () => {
  async function aFullAccount() {
    const clock = { now: new Date('2026-03-02T09:00:00Z') };
    const db = await aDatabase();
    const auth = anAuth(db, { now: () => clock.now });
    const { userId } = (await auth.makeAccount(aNewAccount()))!;
    const cookies: string[] = [];
    for (let made = 0; made < MOST_SIGN_INS; made += 1) {
      clock.now = new Date(clock.now.getTime() + 1_000);
      cookies.push(cookieFrom(await auth.signInAs(userId, 'passkey')));
    }
    const isGood = async (cookie = '') => (await auth.findCurrentSignIn(cookie)) !== undefined;
    return { db, auth, userId, cookies, isGood };
  }

  test('[PER14] loses the one that was used least recently with one more', async () => {
    const { db, auth, userId, cookies, isGood } = await aFullAccount();
    const { signInId } = (await auth.findCurrentSignIn(cookies[0]))!;
    const seenAt = '2026-03-02T09:10:00.000Z';
    await db.updateTable('auth_session').set({ seenAt }).where('id', '=', signInId).execute();
    const next = cookieFrom(await auth.signInAs(userId, 'passkey'));
    expect(await Promise.all([next, cookies[0], cookies[1], cookies[2]].map(isGood))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  test('[PER14] loses none that gave both factors to somebody who has only the password', async () => {
    const { db, auth, cookies, isGood } = await aFullAccount();
    const attempt = { email: 'ida@clinic.example', password: 'a long pass phrase' };
    for (let times = 0; times <= MOST_SIGN_INS; times += 1) expect(await auth.signIn(attempt)).toBeDefined();
    expect(await Promise.all(cookies.map(isGood))).toEqual(cookies.map(() => true));
    expect(await db.selectFrom('auth_session').select('id').execute()).toHaveLength(2 * MOST_SIGN_INS);
  });
});

test('an email address can have only one account', async () => {
  const auth = anAuth(await aDatabase());
  await auth.makeAccount(aNewAccount());
  expect(await auth.makeAccount(aNewAccount({ email: 'IDA@clinic.example' }))).toBeUndefined();
});

test('signing out also ends a copy of the cookie', async () => {
  const auth = anAuth(await aDatabase());
  const account = await auth.makeAccount(aNewAccount());
  const cookie = cookieFrom(await auth.signInAs(account!.userId));
  expect(await accountBy(auth, cookie)).toEqual(account);
  const [removal] = await auth.signOut(cookie);
  expect(removal).toMatch(/Max-Age=0/);
  expect(await accountBy(auth, cookie)).toBeUndefined();
});

test("[PER5] a sign-in begins and ends by the server's clock as passed in", async () => {
  const inAYear = Date.now() + 365 * 86_400_000;
  const clock = { now: new Date(inAYear) };
  const after = (ms: number) => (clock.now = new Date(inAYear + ms));
  const auth = anAuth(await aDatabase(), { now: () => clock.now });
  const account = await auth.makeAccount(aNewAccount());
  const cookie = cookieFrom(await auth.signInAs(account!.userId));
  expect(await accountBy(auth, cookie)).toEqual(account);
  after(SIGN_IN_LASTS_MS);
  expect(await accountBy(auth, cookie)).toBeUndefined();
  const ended = (await auth.findSignIn(cookie))!;
  expect(ended.account).toEqual(account);
  expect(await auth.findSignInById(ended.signInId)).toEqual(ended);
  after(SIGN_IN_KEPT_MS);
  expect(await auth.findSignIn(cookie)).toBeUndefined();
  expect(await auth.findSignInById(ended.signInId)).toBeUndefined();
});

test('[PER14] a sign-in with a password ends when it is not used for half an hour, and leads back into its session', async () => {
  const inAYear = Date.now() + 365 * 86_400_000;
  const clock = { now: new Date(inAYear) };
  const auth = anAuth(await aDatabase(), { now: () => clock.now });
  const account = await auth.makeAccount(aNewAccount());
  const cookie = cookieFrom(await auth.signInAs(account!.userId, 'password'));
  clock.now = new Date(inAYear + 30 * 60_000 - 1);
  expect(await accountBy(auth, cookie)).toEqual(account);
  clock.now = new Date(inAYear + 30 * 60_000);
  expect(await accountBy(auth, cookie)).toBeUndefined();
  expect((await auth.findSignIn(cookie))?.lastEndsAt).toEqual(new Date(inAYear + SIGN_IN_LASTS_MS));
});
