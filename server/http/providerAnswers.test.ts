import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { CHALLENGE_LASTS_MS } from '#shared/domain/secondFactor.ts';
import { UNDECIDED_POLICY } from '#shared/protocol/http/signInPolicy.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import type { PasskeyRequest, PasskeyToMake } from '#shared/protocol/webAuthn.ts';
import { aSoftPasskey } from '#server/auth/testing/aSoftPasskey.ts';
import { createIdentityProvider } from '#server/auth/identityProvider.ts';
import { anIdentityProvider } from '#server/auth/testing/anIdentityProvider.ts';
import { byNobody, byRsa, bySecret, signAgain } from '#server/auth/testing/idToken.ts';
import { CLIENT } from '#server/auth/testing/openIdentityProvider.ts';
import { cookieFrom, PUBLIC_URL } from '#server/auth/testing/anAuth.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';

const IDA = { name: 'Ida Berg', email: 'ida@clinic.example', role: 'therapist' } as const;

const clock = { now: NOW };
beforeEach(() => void (clock.now = NOW));

/** A clinic with an identity provider, at which some people have an account. */
async function aClinic({ isOnly = false, ...policy }: Partial<typeof UNDECIDED_POLICY> & { isOnly?: boolean } = {}) {
  const provider = await anIdentityProvider({
    ida: { email: 'Ida@Clinic.example', email_verified: true },
    idaToo: { email: IDA.email, email_verified: true },
    unsure: { email: IDA.email, email_verified: false },
    stranger: { email: 'stranger@clinic.example', email_verified: true },
    nameless: {},
  });
  const faults: unknown[] = [];
  const identityProvider = createIdentityProvider({
    ...CLIENT,
    issuer: provider.issuer,
    name: 'Harbor Hospital',
    isOnly,
    twoFactorLevels: ['gold'],
    publicUrl: PUBLIC_URL,
    now: () => clock.now,
    note: (error) => void faults.push(error),
  });
  const clinic = await anHttpClinic({ now: () => clock.now, identityProvider });
  const { ask, records } = clinic;
  const admin = await clinic.aPerson('admin');
  await records.writeSignInPolicy({ ...UNDECIDED_POLICY, ...policy }, admin.userId, NOW);
  const invite = async () => (await ask('POST', pathOf('people:invite'), IDA, { as: admin })).status;

  async function begin(wanted: object = { to: '/families', again: false }) {
    const begun = await ask('POST', pathOf('provider-sign-in:begin'), wanted);
    return { ...(begun.answer as { url: string }), cookie: cookieFrom(begun.cookies), status: begun.status };
  }
  const finish = (search: string, cookie: string) =>
    ask('POST', pathOf('provider-sign-in:finish'), { search }, { cookie });

  async function signIn(person: string, wanted?: object) {
    const { url, cookie } = await begin(wanted);
    const back = await provider.browser().signIn(url, person);
    return finish(back.search, cookie);
  }
  const me = (cookie: string) => ask('GET', pathOf('account:read'), undefined, { cookie });
  return { ...clinic, provider, providerFaults: faults, admin, invite, begin, finish, signIn, me };
}

describe('somebody who was invited', () => {
  test('[PER17] signs in at the provider, which accepts the invitation, and comes back to where they were', async () => {
    const { invite, signIn, me, records, admin, ask, providerFaults } = await aClinic();
    await invite();
    const signedIn = await signIn('ida');
    expect(providerFaults).toEqual([]);
    expect(signedIn).toMatchObject({ status: 200, answer: { to: '/families' } });
    expect((await me(cookieFrom(signedIn.cookies))).answer).toMatchObject({ name: 'Ida Berg' });
    const people = (await ask('GET', pathOf('people:list'), undefined, { as: admin })).answer;
    expect(people).toContainEqual(expect.objectContaining({ email: IDA.email, standing: 'active' }));
    expect(await records.listAccounts()).toHaveLength(2);
  });

  test('[PER17] is known by the subject from then on, and nobody else gets in with the same address', async () => {
    const { invite, signIn, db } = await aClinic();
    await invite();
    await signIn('ida');
    await db.updateTable('auth_user').set({ email: 'new@clinic.example' }).where('email', '=', IDA.email).execute();
    expect((await signIn('ida')).status).toBe(200);
    await db.updateTable('auth_user').set({ email: IDA.email }).where('email', '=', 'new@clinic.example').execute();
    expect((await signIn('idaToo')).status).toBe(403);
  });

  test('[PER17] cannot sign in after their account was deactivated', async () => {
    const { invite, signIn, records, auth } = await aClinic();
    await invite();
    await signIn('ida');
    const { userId } = (await records.listAccounts()).find(({ email }) => email === IDA.email)!;
    await auth.changeAccount(userId, { what: 'access', isActive: false });
    expect((await signIn('ida')).status).toBe(403);
  });

  test.for([
    ['says nothing, to a clinic that takes its word', {}, true, 403],
    ['says that it asked for a password, to a clinic that takes its word', { amr: ['pwd'] }, true, 403],
    ['says that it asked for two, to a clinic that does not take its word', { amr: ['pwd', 'otp'] }, false, 403],
    ['says that it asked for two, to a clinic that takes its word', { amr: ['pwd', 'otp'] }, true, 200],
    ['says the level that it was asked for, to a clinic that takes its word', { acr: 'gold' }, true, 200],
  ] as const)(
    '[PER17] gives a second factor here or there: the provider %s',
    async ([, said, isProviderEnough, status]) => {
      const { invite, begin, signIn, me, provider } = await aClinic({ secondFactor: 'required', isProviderEnough });
      await invite();
      provider.forge((token) => signAgain(token, byRsa(provider.privateKey), said));
      expect(new URL((await begin()).url).searchParams.get('acr_values')).toBe('gold');
      expect((await me(cookieFrom((await signIn('ida')).cookies))).status).toBe(status);
    },
  );

  test('[PER13] has confirmed who it is only if the provider asked just now', async () => {
    const { invite, signIn, ask } = await aClinic();
    await invite();
    const begin = (cookie: string) => ask('POST', pathOf('passkey:begin'), undefined, { cookie });
    const usual = cookieFrom((await signIn('ida')).cookies);
    expect(await begin(usual)).toMatchObject({ status: 403, answer: { needs: 'confirmation' } });
    const again = await signIn('ida', { to: '/account', again: true });
    expect((await begin(cookieFrom(again.cookies))).status).toBe(200);
  });

  test.for([
    [true, 403, 403],
    [false, 200, 200],
  ] as const)(
    '[PER17] can then sign in only there where the operator says so: %s',
    async ([isOnly, byPassword, byPasskey]) => {
      const { invite, signIn, records, auth, ask, db } = await aClinic({ isOnly });
      await invite();
      const again = { to: '/account', again: true };
      await signIn('ida', again);
      const { userId } = (await records.listAccounts()).find(({ email }) => email === IDA.email)!;
      const password = 'another long sentence';
      const body = { email: IDA.email, password };
      await records.changePassword({ userId, signInId: '' }, await auth.hashPassword(password), NOW);
      const passkey = aSoftPasskey();
      const fresh = cookieFrom((await signIn('ida', again)).cookies);
      const making = (await ask('POST', pathOf('passkey:begin'), undefined, { cookie: fresh })).answer as PasskeyToMake;
      expect((await ask('POST', pathOf('passkey:add'), passkey.make(making), { cookie: fresh })).status).toBe(200);
      const before = (await db.selectFrom('auth_session').select('id').execute()).length;

      expect((await ask('POST', pathOf('account:sign-in'), body)).status).toBe(byPassword);
      const asked = (await ask('POST', pathOf('passkey-sign-in:begin'))).answer as PasskeyRequest;
      expect((await ask('POST', pathOf('passkey-sign-in:give'), passkey.sign(asked))).status).toBe(byPasskey);
      const made = (await db.selectFrom('auth_session').select('id').execute()).length - before;
      expect(made).toBe(isOnly ? 0 : 2);
      expect((await ask('POST', pathOf('account:sign-in'), { ...body, password: 'a wrong sentence' })).status).toBe(
        401,
      );
    },
  );

  test('[PER17] signs out here and is told where to sign out there', async () => {
    const { invite, signIn, ask, me, provider } = await aClinic();
    await invite();
    const cookie = cookieFrom((await signIn('ida')).cookies);
    const { answer } = await ask('POST', pathOf('account:sign-out'), undefined, { cookie });
    const url = new URL((answer as { provider: string }).provider);
    expect(url.href.startsWith(`${provider.issuer}/session/end?`)).toBe(true);
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${PUBLIC_URL}/sign-in`);
    expect((await me(cookie)).status).toBe(401);
  });
});

describe('what is refused', () => {
  test.for([
    ['was not invited', 'stranger'],
    ['has an address that the provider did not verify', 'unsure'],
    ['has no address there', 'nameless'],
  ] as const)('[PER17] a person who %s', async ([, person]) => {
    const { invite, signIn, records } = await aClinic();
    await invite();
    const refused = await signIn(person);
    expect(refused).toMatchObject({
      status: 403,
      answer: { error: expect.stringMatching(/no account here/) as string },
    });
    expect(refused.cookies).toEqual([]);
    expect(await records.listAccounts()).toHaveLength(2);
  });

  test('[PER17] an answer that is used again, in another browser, too late, or made up', async () => {
    const { invite, begin, finish, provider } = await aClinic();
    await invite();
    const { url, cookie } = await begin();
    const back = await provider.browser().signIn(url, 'ida');
    const other = await begin();
    expect((await finish(back.search, other.cookie)).status).toBe(401);
    expect((await finish(back.search, '')).status).toBe(401);
    expect((await finish(back.search, cookie)).status).toBe(200);
    expect((await finish(back.search, cookie)).status).toBe(401);
    const late = await begin();
    const lateBack = await provider.browser().signIn(late.url, 'ida');
    clock.now = new Date(NOW.getTime() + CHALLENGE_LASTS_MS);
    expect((await finish(lateBack.search, late.cookie)).status).toBe(401);
    expect((await finish('?code=made-up&state=made-up', late.cookie)).status).toBe(401);
  });

  test('[PER17] a code that was exchanged into another sign-in', async () => {
    const { invite, begin, finish, provider } = await aClinic();
    await invite();
    const [one, other] = [await begin(), await begin()];
    const stolen = new URLSearchParams((await provider.browser().signIn(one.url, 'ida')).search);
    stolen.set('state', new URL(other.url).searchParams.get('state') ?? '');
    expect((await finish(`?${stolen.toString()}`, other.cookie)).status).toBe(401);
  });

  const anotherKey = () => generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
  const anHourAgo = () => Math.floor(Date.now() / 1_000) - 3_600;
  type Forgery = (idToken: string, itsKey: KeyObject) => string;
  test.for<readonly [string, Forgery]>([
    ['signed with another key', (token) => signAgain(token, byRsa(anotherKey()))],
    [
      'changed after it was signed',
      (token) => token.replace(/\.[^.]+\./u, `.${signAgain(token, byNobody, { sub: 'idaToo' }).split('.')[1]}.`),
    ],
    ['not signed', (token) => signAgain(token, byNobody)],
    [
      'signed with the secret that the provider shares with us',
      (token) => signAgain(token, bySecret(CLIENT.clientSecret)),
    ],
    ['of another issuer', (token, key) => signAgain(token, byRsa(key), { iss: 'https://elsewhere.example' })],
    ['for another application', (token, key) => signAgain(token, byRsa(key), { aud: 'another' })],
    ['of another sign-in', (token, key) => signAgain(token, byRsa(key), { nonce: 'another' })],
    ['that has ended', (token, key) => signAgain(token, byRsa(key), { exp: anHourAgo() })],
  ])('[PER17] an identity that is %s', async ([, forgery]) => {
    const { invite, signIn, provider, providerFaults } = await aClinic();
    await invite();
    provider.forge((token) => signAgain(token, byRsa(provider.privateKey)));
    expect((await signIn('ida')).status).toBe(200);
    provider.forge((token) => forgery(token, provider.privateKey));
    const refused = await signIn('ida');
    expect(refused).toMatchObject({ status: 401, cookies: [] });
    expect(providerFaults).toHaveLength(1);
  });

  test('[PER17] a provider that says it is another one', async () => {
    const { provider } = await aClinic();
    const faults: unknown[] = [];
    const elsewhere = createIdentityProvider({
      ...CLIENT,
      ...{
        issuer: provider.issuer.replace('127.0.0.1', 'localhost'),
        name: 'Somebody',
        isOnly: false,
        twoFactorLevels: [],
        publicUrl: PUBLIC_URL,
      },
      now: () => NOW,
      note: (error) => void faults.push(error),
    });
    expect(await elsewhere.begin({ to: '/', again: false })).toBeUndefined();
    expect(faults).toHaveLength(1);
  });

  test('[PER17] somebody who says no at the provider', async () => {
    const { begin, finish } = await aClinic();
    const { url, cookie } = await begin();
    const state = new URL(url).searchParams.get('state') ?? '';
    expect((await finish(`?error=access_denied&state=${state}`, cookie)).status).toBe(401);
  });

  test.for(['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example'])(
    'to be sent on to %s',
    async (to) => {
      const { begin } = await aClinic();
      expect((await begin({ to, again: false })).status).toBe(400);
    },
  );

  test('[PER17] a provider that does not answer, in words; later it may', async () => {
    const identityProvider = createIdentityProvider({
      ...CLIENT,
      ...{ issuer: 'http://127.0.0.1:9', name: 'Nobody', isOnly: false, twoFactorLevels: [], publicUrl: PUBLIC_URL },
      now: () => NOW,
      note: () => undefined,
    });
    const { ask } = await anHttpClinic({ identityProvider });
    const begin = () => ask('POST', pathOf('provider-sign-in:begin'), { to: '/', again: false });
    expect(await begin()).toMatchObject({ status: 409, answer: { error: expect.any(String) as string } });
    expect((await begin()).status).toBe(409);
  });

  test('a clinic without a provider', async () => {
    const { ask } = await anHttpClinic();
    expect((await ask('POST', pathOf('provider-sign-in:begin'), { to: '/', again: false })).status).toBe(404);
    expect((await ask('POST', pathOf('provider-sign-in:finish'), { search: '' })).status).toBe(404);
    expect((await ask('GET', pathOf('clinic:read'))).answer).toMatchObject({ provider: null });
  });
});
