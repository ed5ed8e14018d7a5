import { MOST_FAILURES } from '#shared/domain/attempts.ts';
import { describe, expect, test } from 'vitest';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import { trustProxies } from '#server/network/clientAddress.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';
import { AUTH_PATH } from '#shared/protocol/http/signIn.ts';
import { ROUTE_LIMITS } from '#shared/protocol/http/routeLimits.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

const PASSWORD = 'a long pass phrase';
const EMAIL = 'ida@clinic.example';

describe('with a password', () => {
  test('one signs in, is known, and signs out', async () => {
    const { ask, auth, aNewAccount } = await anHttpClinic();
    const account = await auth.makeAccount(aNewAccount({ email: EMAIL, password: PASSWORD }));
    const signedIn = await ask('POST', pathOf('account:sign-in'), { email: EMAIL, password: PASSWORD });
    expect(signedIn).toMatchObject({ status: 200, answer: account });

    const cookie = cookieFrom(signedIn.cookies);
    expect(await ask('GET', pathOf('account:read'), undefined, { cookie })).toMatchObject({
      status: 200,
      answer: account,
    });
    expect(await ask('POST', pathOf('account:sign-out'), undefined, { cookie })).toMatchObject({
      status: 200,
      answer: { provider: null },
    });
    expect((await ask('GET', pathOf('account:read'), undefined, { cookie })).status).toBe(401);
  });

  test('the cookie is the only place that the credential goes to', async () => {
    const { ask, auth, aNewAccount } = await anHttpClinic();
    await auth.makeAccount(aNewAccount({ email: EMAIL, password: PASSWORD }));
    const { answer, cookies } = await ask('POST', pathOf('account:sign-in'), { email: EMAIL, password: PASSWORD });
    expect(Object.keys(answer as object).toSorted()).toEqual(['email', 'name', 'role', 'userId']);
    expect(cookies.every((cookie) => /HttpOnly/i.test(cookie))).toBe(true);
  });

  test('a wrong password is refused, and guessing is slowed down for that address alone', async () => {
    const { ask } = await anHttpClinic();
    let guesses = 0;
    const guess = (from: string) => {
      const email = `somebody${(guesses += 1)}@clinic.example`;
      return ask('POST', pathOf('account:sign-in'), { email, password: 'a wrong guess' }, { from });
    };
    for (let attempt = 0; attempt < MOST_FAILURES.address; attempt += 1)
      expect((await guess('192.0.2.1')).status).toBe(401);
    expect(await guess('192.0.2.1')).toMatchObject({
      status: 429,
      answer: { error: expect.stringMatching(/Wait/) as string },
    });
    expect((await guess('192.0.2.2')).status).toBe(401);
  });

  test('[PER12] ten wrong passwords lock the account, from wherever they come, and a /64 network counts as one address', async () => {
    const { ask, auth, aNewAccount } = await anHttpClinic();
    await auth.makeAccount(aNewAccount({ email: EMAIL, password: PASSWORD }));
    const signIn = async (email: string, password: string, from: string) =>
      (await ask('POST', pathOf('account:sign-in'), { email, password }, { from })).status;
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const email = attempt % 2 === 0 ? EMAIL : EMAIL.toUpperCase();
      expect(await signIn(email, 'a wrong guess', `192.0.2.${attempt}`)).toBe(401);
    }
    expect(await signIn(EMAIL, PASSWORD, '192.0.2.99')).toBe(429);
    for (let attempt = 0; attempt < MOST_FAILURES.address; attempt += 1) {
      expect(await signIn(`a${attempt}@clinic.example`, 'a wrong guess', `2001:db8::${attempt}:1`)).toBe(401);
    }
    expect(await signIn('other@clinic.example', 'a wrong guess', '2001:db8::ffff:1')).toBe(429);
    expect(await signIn('other@clinic.example', 'a wrong guess', '2001:db8:0:1::1')).toBe(401);
  });

  test('[WIR5] behind the clinic’s proxy, trying links is slowed down for the client, and nobody escapes by making up an address', async () => {
    const { http } = await anHttpClinic({ trustsProxy: trustProxies(['10.0.0.0/8']) });
    const guess = async (from: string, forwardedFor: string) => {
      const { statusCode } = await http.inject({
        method: 'POST',
        url: pathOf('device:join'),
        payload: { secret: 'no link has this secret' },
        remoteAddress: from,
        headers: { 'x-forwarded-for': forwardedFor },
      });
      return statusCode;
    };
    for (let attempt = 0; attempt < ROUTE_LIMITS.link.rate.burst; attempt += 1) {
      expect(await guess('10.0.0.5', `192.0.2.${attempt}, 198.51.100.7`)).toBe(410);
      expect(await guess('127.0.0.1', `192.0.2.${attempt}`)).toBe(410);
    }
    expect(await guess('10.0.0.5', '198.51.100.7')).toBe(429);
    expect(await guess('127.0.0.1', '192.0.2.99')).toBe(429);
    expect(await guess('10.0.0.5', '198.51.100.8')).toBe(410);
  });

  test('nobody can sign themselves up', async () => {
    const { ask, aNewAccount } = await anHttpClinic();
    expect((await ask('POST', `${AUTH_PATH}/sign-up/email`, aNewAccount())).status).toBe(404);
  });
});

describe('with a link of the demo', () => {
  const SECRET = 'the secret of the demo therapist';

  async function aDemo() {
    const users = new Map<string, ParticipantId>();
    const clinic = await anHttpClinic({ findDemoUser: (secret) => users.get(secret) });
    const therapist = await clinic.aPerson('therapist');
    users.set(SECRET, therapist.userId);
    return { ...clinic, therapist };
  }

  test('one is signed in, as often as the link is opened', async () => {
    const { ask, therapist } = await aDemo();
    expect((await ask('GET', pathOf('clinic:read'))).answer).toMatchObject({ demo: true });
    await ask('POST', pathOf('demo:sign-in'), { secret: SECRET });
    const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    const { status, cookies } = await ask('POST', pathOf('demo:sign-in'), { secret: SECRET }, { browser });
    expect(status).toBe(200);
    expect((await ask('GET', pathOf('account:read'), undefined, { cookie: cookieFrom(cookies) })).answer).toEqual(
      therapist,
    );
    const listed = (await ask('GET', pathOf('sign-ins:list'), undefined, { cookie: cookieFrom(cookies) })).answer;
    expect(listed).toContainEqual(expect.objectContaining({ isThis: true, browser: 'Firefox, Linux' }));
  });

  test.for(['192.0.2.1', '10.0.0.5', '::ffff:192.0.2.1'])('a machine at %s is not signed in', async (from) => {
    const { ask } = await aDemo();
    expect((await ask('POST', pathOf('demo:sign-in'), { secret: SECRET }, { from })).status).toBe(410);
  });

  test('another secret is worth nothing, and neither is any where there is no demo', async () => {
    const { ask } = await aDemo();
    expect((await ask('POST', pathOf('demo:sign-in'), { secret: 'another secret altogether' })).status).toBe(410);
    const { ask: askClinic } = await anHttpClinic();
    expect((await askClinic('POST', pathOf('demo:sign-in'), { secret: SECRET })).status).toBe(410);
  });
});
