import { expect, test } from 'vitest';
import { CONFIRMED_FOR_MS } from '#shared/domain/confirmation.ts';
import type { NewAuthenticator } from '#shared/protocol/http/secondFactor.ts';
import { UNDECIDED_POLICY } from '#shared/protocol/http/signInPolicy.ts';
import { addressOf, type Route } from '#shared/protocol/http/route.ts';
import { pathOf, ROUTES } from '#shared/protocol/http/routes.ts';
import { authenticatorCode } from '#server/auth/testing/authenticatorCode.ts';
import { aBrowser } from './testing/aBrowser.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';

const PASSWORD = 'a long pass phrase';
const WHERE = '7d1c1a52-3f0e-4c55-9d0e-7a3f2a7f0001';

async function aSignIn(role: 'admin' | 'supervisor' = 'admin') {
  const clock = { now: NOW };
  const clinic = await anHttpClinic({ now: () => clock.now });
  const { ask, auth, aNewAccount } = clinic;
  const person = (await auth.makeAccount(aNewAccount({ role, password: PASSWORD })))!;
  const signedIn = await ask('POST', pathOf('account:sign-in'), { email: person.email, password: PASSWORD });
  const browser = aBrowser(ask, signedIn.cookies);
  const policy = UNDECIDED_POLICY;
  return {
    ...clinic,
    browser,
    after: (ms: number) => void (clock.now = new Date(NOW.getTime() + ms)),
    change: () => browser.ask('POST', pathOf('sign-in-policy:change'), policy),
    confirm: (body: object) => browser.ask('POST', pathOf('confirmation:give'), body),
    post: (url: string, body?: object) => browser.ask('POST', url, body),
    now: () => clock.now,
  };
}

const ASKED = { status: 403, answer: { needs: 'confirmation' } };

test('[PER13] five minutes after signing in, what cannot be taken back asks for the password again', async () => {
  const { change, confirm, after } = await aSignIn();
  after(CONFIRMED_FOR_MS - 1);
  expect((await change()).status).toBe(200);
  after(CONFIRMED_FOR_MS);
  expect(await change()).toMatchObject(ASKED);
  expect((await confirm({ by: 'password', password: 'a wrong one' })).status).toBe(422);
  expect(await change()).toMatchObject(ASKED);
  expect(await confirm({ by: 'password', password: PASSWORD })).toMatchObject({ status: 200, answer: null });
  expect((await change()).status).toBe(200);
  after(2 * CONFIRMED_FOR_MS);
  expect(await change()).toMatchObject(ASKED);
});

test('[PER13] a code of the authenticator app confirms as well', async () => {
  const { change, confirm, after, post, now } = await aSignIn();
  const { secret } = (await post(pathOf('authenticator:begin'))).answer as NewAuthenticator;
  await post(pathOf('authenticator:confirm'), { code: authenticatorCode(secret, now()) });
  after(CONFIRMED_FOR_MS);
  expect(await change()).toMatchObject(ASKED);
  expect((await confirm({ by: 'app', code: '000000' })).status).toBe(422);
  expect((await confirm({ by: 'app', code: authenticatorCode(secret, now()) })).status).toBe(200);
  expect((await change()).status).toBe(200);
});

test('[PER13] a confirmation gives the sign-in a new token and ends the former one', async () => {
  const { ask, browser, confirm } = await aSignIn();
  const former = browser.cookie();
  await confirm({ by: 'password', password: 'a wrong one' });
  expect(browser.cookie()).toBe(former);
  await confirm({ by: 'password', password: PASSWORD });
  expect((await browser.ask('GET', pathOf('account:read'))).status).toBe(200);
  expect((await ask('GET', pathOf('account:read'), undefined, { cookie: former })).status).toBe(401);
});

test('[PER12] wrong passwords are locked out here too', async () => {
  const { confirm } = await aSignIn();
  for (let wrong = 0; wrong < 10; wrong += 1) await confirm({ by: 'password', password: 'a wrong one' });
  expect((await confirm({ by: 'password', password: PASSWORD })).status).toBe(429);
});

test('[PER13] every route whose row asks again does so before it looks at what was sent', async () => {
  const { browser, after } = await aSignIn('supervisor');
  after(CONFIRMED_FOR_MS);
  const asking = Object.entries<Route>(ROUTES).filter(([, route]) => route.asksAgain);
  for (const [name, route] of asking.filter(([, { for: who }]) => who.includes('supervisor'))) {
    const somewhere = { sessionId: WHERE, familyId: WHERE, userId: WHERE, signInId: WHERE, passkeyId: WHERE };
    const { status, answer } = await browser.ask(route.method, addressOf(route, somewhere));
    expect([name, status, answer]).toEqual([name, 403, { error: expect.any(String) as string, needs: 'confirmation' }]);
  }
  expect(asking.map(([name]) => name)).toEqual(expect.arrayContaining(['exports:make', 'recording-export:begin']));
});
