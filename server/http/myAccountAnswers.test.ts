import { expect, test } from 'vitest';
import { MOST_FAILURES } from '#shared/domain/attempts.ts';
import { CONFIRMED_FOR_MS } from '#shared/domain/confirmation.ts';
import type { MySignIn } from '#shared/protocol/http/myAccount.ts';
import type { NewAuthenticator, RecoveryCodes, SecondFactorStanding } from '#shared/protocol/http/secondFactor.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { authenticatorCode } from '#server/auth/testing/authenticatorCode.ts';
import { aBrowser } from './testing/aBrowser.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';

const PASSWORD = 'a long pass phrase';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const MINUTE_MS = 60_000;

/** Ida, signed in by password in two browsers. */
async function twoBrowsers() {
  const clock = { now: NOW };
  const clinic = await anHttpClinic({ now: () => clock.now });
  const { ask, auth, aNewAccount } = clinic;
  const ida = (await auth.makeAccount(aNewAccount({ password: PASSWORD })))!;

  const attempt = (password: string) =>
    ask('POST', pathOf('account:sign-in'), { email: ida.email, password }, { browser: FIREFOX });
  async function signIn() {
    const browser = aBrowser(ask, (await attempt(PASSWORD)).cookies);
    return {
      me: () => browser.ask('GET', pathOf('account:read')),
      list: async () => (await browser.ask('GET', pathOf('sign-ins:list'))).answer as MySignIn[],
      standing: async () => (await browser.ask('GET', pathOf('second-factor:read'))).answer as SecondFactorStanding,
      post: (url: string, body?: object) => browser.ask('POST', url, body),
      remove: (url: string) => browser.ask('DELETE', url),
    };
  }
  const first = await signIn();
  clock.now = new Date(NOW.getTime() + MINUTE_MS);
  const second = await signIn();
  return { ...clinic, clock, ida, attempt, first, second };
}

test('a person changes their own name', async () => {
  const { first, ida } = await twoBrowsers();
  const renamed = await first.post(pathOf('account:rename'), { name: 'Ida Lund' });
  expect(renamed).toMatchObject({ status: 200, answer: { ...ida, name: 'Ida Lund' } });
  expect((await first.me()).answer).toMatchObject({ name: 'Ida Lund' });
});

test('[PER13] a person changes their password only with the current one, and wrong ones are counted', async () => {
  const { second, attempt, ida, db, audit } = await twoBrowsers();
  const set = (current?: string) =>
    second.post(pathOf('account:set-password'), { ...(current && { current }), password: 'another long sentence' });
  expect((await set()).status).toBe(409);
  for (let wrong = 1; wrong < MOST_FAILURES.account; wrong += 1) {
    expect(await set('a wrong pass phrase')).toMatchObject({
      status: 409,
      answer: { error: expect.any(String) as string },
    });
  }
  expect((await set(PASSWORD)).status).toBe(429);
  expect((await attempt(PASSWORD)).status).toBe(200);
  await audit.close();
  const denied = await db.selectFrom('audit').selectAll().where('outcome', '=', 'refused').execute();
  expect(denied).toContainEqual(expect.objectContaining({ actor_id: ida.userId, what: 'password.set' }));
});

test('[PER10] the clinic’s name is easy to guess at this clinic', async () => {
  const { second, records, ida } = await twoBrowsers();
  await records.writeClinicSettings({ name: 'Oyelaran Abara', telephone: '', timeZone: 'UTC' }, ida.userId, NOW);
  const body = { current: PASSWORD, password: 'oyelaranoyelaran' };
  expect((await second.post(pathOf('account:set-password'), body)).status).toBe(422);
});

test('[PER13] a person without a password chooses one', async () => {
  const { second, attempt, db } = await twoBrowsers();
  await db.deleteFrom('auth_account').execute();
  expect((await second.standing()).hasPassword).toBe(false);
  expect((await second.post(pathOf('account:set-password'), { password: 'another long sentence' })).status).toBe(200);
  expect((await second.standing()).hasPassword).toBe(true);
  expect((await attempt('another long sentence')).status).toBe(200);
});

test('a person changes their own password, which ends their other sign-ins and no longer takes the old one', async () => {
  const { first, second, attempt } = await twoBrowsers();
  const set = (password: string) => second.post(pathOf('account:set-password'), { current: PASSWORD, password });
  expect((await set('password12345')).status).toBe(422);
  expect(await set('another long sentence')).toMatchObject({ status: 200, answer: null });
  expect((await second.me()).status).toBe(200);
  expect((await first.me()).status).toBe(401);
  expect((await attempt(PASSWORD)).status).toBe(401);
  expect((await attempt('another long sentence')).status).toBe(200);
});

test('[PER10] a person’s own new password uses up every link for one', async () => {
  const { second, ask, aPerson, ida, db } = await twoBrowsers();
  await ask('POST', pathOf('people:send-link', { userId: ida.userId }), undefined, { as: await aPerson('admin') });
  expect(await db.selectFrom('account_links').selectAll().execute()).toHaveLength(1);
  await second.post(pathOf('account:set-password'), { current: PASSWORD, password: 'another long sentence' });
  expect(await db.selectFrom('account_links').selectAll().execute()).toEqual([]);
});

test('a person sees where they are signed in, since when, and when each was last used', async () => {
  const { clock, first, second } = await twoBrowsers();
  clock.now = new Date(NOW.getTime() + 5 * MINUTE_MS);
  await first.me();
  expect(await second.list()).toMatchObject([
    {
      browser: 'Firefox, Linux',
      since: new Date(NOW.getTime() + MINUTE_MS).toISOString(),
      seenAt: clock.now.toISOString(),
      isThis: true,
    },
    { browser: 'Firefox, Linux', since: NOW.toISOString(), seenAt: clock.now.toISOString(), isThis: false },
  ]);
});

test('[PER5] a person signs out one other browser, whose connections end', async () => {
  const { first, second } = await twoBrowsers();
  const other = (await second.list()).find(({ isThis }) => !isThis);
  const end = () => second.remove(pathOf('sign-ins:end', { signInId: other?.signInId ?? '' }));
  expect((await end()).status).toBe(200);
  expect((await end()).status).toBe(404);
  expect((await first.me()).status).toBe(401);
  expect((await second.me()).status).toBe(200);
});

test('a person cannot sign out somebody else', async () => {
  const { second, ask, aPerson } = await twoBrowsers();
  const [own] = await second.list();
  const asked = await ask('DELETE', pathOf('sign-ins:end', { signInId: own?.signInId ?? '' }), undefined, {
    as: await aPerson('admin'),
  });
  expect(asked.status).toBe(404);
  expect((await second.me()).status).toBe(200);
});

test('[PER13] signing out in another browser asks again who it is', async () => {
  const { clock, first, second } = await twoBrowsers();
  const other = (await second.list()).find(({ isThis }) => !isThis);
  clock.now = new Date(clock.now.getTime() + CONFIRMED_FOR_MS);
  for (const url of [pathOf('sign-ins:end-others'), pathOf('sign-ins:end', { signInId: other?.signInId ?? '' })]) {
    expect(await second.remove(url)).toMatchObject({ status: 403, answer: { needs: 'confirmation' } });
  }
  expect((await first.me()).status).toBe(200);
});

test('a person signs out all other browsers at once', async () => {
  const { first, second } = await twoBrowsers();
  expect((await second.remove(pathOf('sign-ins:end-others'))).status).toBe(200);
  expect((await first.me()).status).toBe(401);
  expect((await second.me()).status).toBe(200);
});

test('[PER11] a person gets new recovery codes, and removes their app and sets up another', async () => {
  const { second, clock } = await twoBrowsers();
  expect((await second.post(pathOf('recovery-codes:renew'))).status).toBe(409);
  const setUp = async () => {
    const { secret } = (await second.post(pathOf('authenticator:begin'))).answer as NewAuthenticator;
    const code = authenticatorCode(secret, clock.now);
    return (await second.post(pathOf('authenticator:confirm'), { code })).answer as RecoveryCodes;
  };
  const { codes } = await setUp();
  const renewed = (await second.post(pathOf('recovery-codes:renew'))).answer as RecoveryCodes;
  expect(renewed.codes).toHaveLength(codes.length);
  expect(renewed.codes).not.toEqual(expect.arrayContaining([codes[0]]));
  expect((await second.post(pathOf('authenticator:begin'))).status).toBe(409);
  expect(await second.remove(pathOf('authenticator:remove'))).toMatchObject({
    answer: { missing: 'none', hasAuthenticator: false },
  });
  expect((await setUp()).codes).toEqual([]);
});
