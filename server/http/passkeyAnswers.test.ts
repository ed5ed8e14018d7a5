import { beforeEach, describe, expect, test } from 'vitest';
import { CONFIRMED_FOR_MS } from '#shared/domain/confirmation.ts';
import { CHALLENGE_LASTS_MS, RECOVERY_CODES } from '#shared/domain/secondFactor.ts';
import type { MyPasskey } from '#shared/protocol/http/passkeys.ts';
import { NEW_CLINIC_POLICY } from '#shared/protocol/http/signInPolicy.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import type { PasskeyToMake, PasskeyRequest } from '#shared/protocol/webAuthn.ts';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import { aSoftPasskey } from '#server/auth/testing/aSoftPasskey.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';

const PASSWORD = 'a long pass phrase';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0';

const clock = { now: NOW };
const later = (ms: number) => void (clock.now = new Date(clock.now.getTime() + ms));
beforeEach(() => void (clock.now = NOW));

/** A clinic that requires a second factor, and Ida, who has a password. */
async function aClinic() {
  const clinic = await anHttpClinic({ now: () => clock.now });
  const { ask, records, auth, aNewAccount } = clinic;
  const admin = await clinic.aPerson('admin');
  await records.writeSignInPolicy(NEW_CLINIC_POLICY, admin.userId, NOW);
  const ida = (await auth.makeAccount(aNewAccount({ password: PASSWORD })))!;
  const passkey = aSoftPasskey();

  async function withPassword() {
    return cookieFrom((await ask('POST', pathOf('account:sign-in'), { email: ida.email, password: PASSWORD })).cookies);
  }
  const begin = async (cookie: string) =>
    (await ask('POST', pathOf('passkey:begin'), undefined, { cookie })).answer as PasskeyToMake;
  const add = async (cookie: string, made = aSoftPasskey(), lies: Parameters<typeof made.make>[1] = {}) =>
    ask('POST', pathOf('passkey:add'), made.make(await begin(cookie), lies), { cookie, browser: FIREFOX });
  const beginSignIn = async () => (await ask('POST', pathOf('passkey-sign-in:begin'))).answer as PasskeyRequest;
  const giveSignIn = (proof: object) => ask('POST', pathOf('passkey-sign-in:give'), proof, { browser: FIREFOX });
  const me = (cookie: string) => ask('GET', pathOf('account:read'), undefined, { cookie });

  /** Ida's sign-in in which she added her passkey as the second factor. */
  async function setUp() {
    const added = await add(await withPassword(), passkey);
    expect(added.status).toBe(200);
    return { cookie: cookieFrom(added.cookies), ...(added.answer as { passkey: MyPasskey; codes: string[] }) };
  }
  return { ...clinic, admin, ida, passkey, withPassword, begin, add, beginSignIn, giveSignIn, me, setUp };
}

describe('a passkey', () => {
  test('[PER16] is set up as the first second factor, with recovery codes, and opens everything', async () => {
    const { setUp, me, ask } = await aClinic();
    const { cookie, passkey, codes } = await setUp();
    expect(passkey).toMatchObject({ name: 'Firefox, Windows', usedAt: null });
    expect(codes).toHaveLength(RECOVERY_CODES);
    expect((await me(cookie)).status).toBe(200);
    expect((await ask('GET', pathOf('second-factor:read'), undefined, { cookie })).answer).toMatchObject({
      ...{ missing: 'none', hasAuthenticator: false, passkeys: 1 },
    });
  });

  test('[PER16] signs in by itself, without an address, and is both steps', async () => {
    const { setUp, beginSignIn, giveSignIn, passkey, ida, me, ask } = await aClinic();
    await setUp();
    const asked = await beginSignIn();
    expect(asked).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] });
    const signedIn = await giveSignIn(passkey.sign(asked));
    expect(signedIn.answer).toEqual(ida);
    const cookie = cookieFrom(signedIn.cookies);
    expect((await me(cookie)).answer).toEqual(ida);
    expect((await ask('GET', pathOf('sign-ins:list'), undefined, { cookie })).answer).toContainEqual(
      expect.objectContaining({ browser: 'Firefox, Windows', isThis: true }),
    );
  });

  test('[PER16] is the second step after a password', async () => {
    const { setUp, withPassword, passkey, me, ask } = await aClinic();
    await setUp();
    const cookie = await withPassword();
    expect(await me(cookie)).toMatchObject({ status: 403, answer: { needs: 'second-factor' } });
    const asked = (await ask('POST', pathOf('passkey:ask'), undefined, { cookie })).answer as PasskeyRequest;
    expect(asked.allowCredentials).toHaveLength(1);
    const given = { by: 'passkey', proof: passkey.sign(asked) };
    const gave = await ask('POST', pathOf('second-factor:give'), given, { cookie });
    expect(gave.status).toBe(200);
    expect((await me(cookieFrom(gave.cookies))).status).toBe(200);
    expect((await me(cookie)).status).toBe(401);
  });

  test('[PER13] confirms who it is', async () => {
    const { setUp, passkey, ask } = await aClinic();
    const { cookie } = await setUp();
    later(CONFIRMED_FOR_MS);
    const again = (as: string) => ask('POST', pathOf('passkey:begin'), undefined, { cookie: as });
    expect(await again(cookie)).toMatchObject({ status: 403, answer: { needs: 'confirmation' } });
    const asked = (await ask('POST', pathOf('passkey:ask'), undefined, { cookie })).answer as PasskeyRequest;
    const given = { by: 'passkey', proof: passkey.sign(asked) };
    const confirmed = await ask('POST', pathOf('confirmation:give'), given, { cookie });
    expect(confirmed.status).toBe(200);
    expect((await again(cookieFrom(confirmed.cookies))).status).toBe(200);
  });

  test('[PER16] is renamed and removed, and removing it ends the other sign-ins', async () => {
    const { setUp, beginSignIn, giveSignIn, passkey, me, ask } = await aClinic();
    const made = await setUp();
    const other = cookieFrom((await giveSignIn(passkey.sign(await beginSignIn()))).cookies);
    const { cookie } = made;
    const path = { passkeyId: made.passkey.passkeyId };
    await ask('POST', pathOf('passkey:rename', path), { name: 'My phone' }, { cookie });
    const list = async () => (await ask('GET', pathOf('passkeys:list'), undefined, { cookie })).answer;
    expect(await list()).toMatchObject([{ name: 'My phone', usedAt: NOW.toISOString() }]);
    expect((await ask('DELETE', pathOf('passkey:remove', path), undefined, { cookie })).status).toBe(200);
    expect(await list()).toEqual([]);
    expect((await me(other)).status).toBe(401);
    expect((await giveSignIn(passkey.sign(await beginSignIn()))).status).toBe(401);
    expect((await ask('DELETE', pathOf('passkey:remove', path), undefined, { cookie })).status).toBe(404);
  });

  test('[PER16] of somebody else cannot be renamed, removed or used for oneself', async () => {
    const { setUp, add, ask, auth, aNewAccount, passkey } = await aClinic();
    const { passkey: hers } = await setUp();
    await auth.makeAccount(aNewAccount({ email: 'eve@clinic.example', password: PASSWORD }));
    const signIn = { email: 'eve@clinic.example', password: PASSWORD };
    const added = await add(cookieFrom((await ask('POST', pathOf('account:sign-in'), signIn)).cookies));
    const cookie = cookieFrom(added.cookies);
    const path = { passkeyId: hers.passkeyId };
    expect((await ask('POST', pathOf('passkey:rename', path), { name: 'Mine' }, { cookie })).status).toBe(404);
    expect((await ask('DELETE', pathOf('passkey:remove', path), undefined, { cookie })).status).toBe(404);
    const asked = (await ask('POST', pathOf('passkey:ask'), undefined, { cookie })).answer as PasskeyRequest;
    const given = { by: 'passkey', proof: passkey.sign(asked) };
    expect((await ask('POST', pathOf('confirmation:give'), given, { cookie })).status).toBe(422);
    expect((await add(cookie, passkey)).status).toBe(422);
  });

  test('[PER16] is seen by an admin, who can remove it for whoever lost it', async () => {
    const { setUp, ask, admin, ida, beginSignIn, giveSignIn, passkey } = await aClinic();
    await setUp();
    const listed = (await ask('GET', pathOf('people:list'), undefined, { as: admin })).answer;
    expect(listed).toContainEqual(expect.objectContaining({ userId: ida.userId, secondFactors: ['passkey'] }));
    const path = pathOf('people:remove-second-factor', { userId: ida.userId });
    expect((await ask('POST', path, { madeSure: 'in-person' }, { as: admin })).status).toBe(200);
    expect((await giveSignIn(passkey.sign(await beginSignIn()))).status).toBe(401);
  });
});

describe('what is refused', () => {
  test.for([
    ['was made for another site', { rpId: 'elsewhere.example' }],
    ['was made on another page', { origin: 'https://elsewhere.example' }],
    ['did not check who holds the device', { isVerified: false }],
  ] as const)('[PER16] a passkey that %s, when it is added and when it signs in', async ([, lies]) => {
    const { setUp, withPassword, add, beginSignIn, giveSignIn, passkey } = await aClinic();
    expect((await add(await withPassword(), aSoftPasskey(), lies)).status).toBe(422);
    await setUp();
    expect((await giveSignIn(passkey.sign(await beginSignIn(), lies))).status).toBe(401);
  });

  test('[PER16] a proof that is used again, comes too late, or signs what another was asked for', async () => {
    const { setUp, beginSignIn, giveSignIn, passkey, ask } = await aClinic();
    const { cookie } = await setUp();
    const proof = passkey.sign(await beginSignIn());
    const twice = await Promise.all([giveSignIn(proof), giveSignIn(proof)]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 401]);
    const asked = await beginSignIn();
    later(CHALLENGE_LASTS_MS);
    expect((await giveSignIn(passkey.sign(asked))).status).toBe(401);
    const confirming = (await ask('POST', pathOf('passkey:ask'), undefined, { cookie })).answer as PasskeyRequest;
    expect((await giveSignIn(passkey.sign(confirming))).status).toBe(401);
    expect((await giveSignIn(passkey.sign({ ...asked, challenge: 'made-up' }))).status).toBe(401);
  });

  test('[PER16] a copy whose counter is behind', async () => {
    const { setUp, beginSignIn, giveSignIn, passkey } = await aClinic();
    await setUp();
    expect((await giveSignIn(passkey.sign(await beginSignIn()))).status).toBe(200);
    passkey.goBack(2);
    expect((await giveSignIn(passkey.sign(await beginSignIn()))).status).toBe(401);
  });

  test('[PER16] the passkey of a deactivated account, and one that nobody has', async () => {
    const { setUp, auth, ida, beginSignIn, giveSignIn, passkey } = await aClinic();
    await setUp();
    await auth.changeAccount(ida.userId, { what: 'access', isActive: false });
    expect((await giveSignIn(passkey.sign(await beginSignIn()))).status).toBe(401);
    expect((await giveSignIn(aSoftPasskey().sign(await beginSignIn()))).status).toBe(401);
  });

  test('[PER11] a second passkey, for whoever has given the password alone', async () => {
    const { setUp, withPassword, ask } = await aClinic();
    await setUp();
    const cookie = await withPassword();
    expect((await ask('POST', pathOf('passkey:begin'), undefined, { cookie })).status).toBe(403);
  });
});
