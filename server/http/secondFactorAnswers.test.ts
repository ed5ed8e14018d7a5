import { beforeEach, describe, expect, test } from 'vitest';
import { FAILURES_COUNT_FOR_MS, MOST_FAILURES } from '#shared/domain/attempts.ts';
import { RECOVERY_CODES } from '#shared/domain/secondFactor.ts';
import type { NewAuthenticator, RecoveryCodes } from '#shared/protocol/http/secondFactor.ts';
import { UNDECIDED_POLICY, NEW_CLINIC_POLICY } from '#shared/protocol/http/signInPolicy.ts';
import { addressOf, type Route } from '#shared/protocol/http/route.ts';
import { pathOf, ROUTES } from '#shared/protocol/http/routes.ts';
import { hashRecoveryCode } from '#server/auth/recoveryCodes.ts';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import { authenticatorCode } from '#server/auth/testing/authenticatorCode.ts';
import { createSendMail, type SendMail } from '#server/mail/sendMail.ts';
import { aMailServer } from '#server/mail/testing/aMailServer.ts';
import { aBrowser } from './testing/aBrowser.ts';
import { anHttpClinic, FIRST_ADMIN_SECRET, NOW } from './testing/anHttpClinic.ts';

const PASSWORD = 'a long pass phrase';
const STEP_MS = 30_000;
const WHERE = '7d1c1a52-3f0e-4c55-9d0e-7a3f2a7f0001';

const clock = { now: NOW };
const later = (ms: number) => void (clock.now = new Date(clock.now.getTime() + ms));
beforeEach(() => void (clock.now = NOW));

type Wanted = { readonly secondFactor?: 'required' | 'optional'; readonly sendMail?: SendMail };

/** A clinic that requires a second factor, and Ida, who signs in with a password. */
async function aClinic({ secondFactor = 'required', sendMail }: Wanted = {}) {
  const clinic = await anHttpClinic({ now: () => clock.now, sendMail });
  const { ask, auth, aNewAccount } = clinic;
  const admin = await clinic.aPerson('admin');
  const policy = await ask(
    'POST',
    pathOf('sign-in-policy:change'),
    { ...NEW_CLINIC_POLICY, secondFactor },
    { as: admin },
  );
  expect(policy.status).toBe(200);
  const ida = (await auth.makeAccount(aNewAccount({ password: PASSWORD })))!;

  async function signIn() {
    const { cookies } = await ask('POST', pathOf('account:sign-in'), { email: ida.email, password: PASSWORD });
    const browser = aBrowser(ask, cookies);
    return {
      get cookie() {
        return browser.cookie();
      },
      me: () => browser.ask('GET', pathOf('account:read')),
      standing: async () => (await browser.ask('GET', pathOf('second-factor:read'))).answer,
      begin: () => browser.ask('POST', pathOf('authenticator:begin')),
      confirm: (code: string) => browser.ask('POST', pathOf('authenticator:confirm'), { code }),
      give: (by: 'app' | 'recovery', code: string) => browser.ask('POST', pathOf('second-factor:give'), { by, code }),
    };
  }

  /** Ida's sign-in with which she set up an authenticator app, its secret and her recovery codes. */
  async function setUp() {
    const signedIn = await signIn();
    const { secret, url } = (await signedIn.begin()).answer as NewAuthenticator;
    const { codes } = (await signedIn.confirm(authenticatorCode(secret, clock.now))).answer as RecoveryCodes;
    return { ...signedIn, secret, url, codes };
  }

  return { ...clinic, admin, ida, signIn, setUp };
}

describe('a person without a second factor, where the clinic requires one', () => {
  test('[PER11] is answered by no route but those that set one up', async () => {
    const { signIn, ask } = await aClinic();
    const { cookie } = await signIn();
    const somewhere = { ...{ sessionId: WHERE, familyId: WHERE, partId: WHERE, userId: WHERE }, signInId: WHERE };
    const guarded = Object.entries<Route>(ROUTES).filter(([, route]) => !route.for.includes('nobody'));
    const open: string[] = [];
    for (const [name, route] of guarded) {
      const url = addressOf(route, { ...somewhere, attemptId: WHERE, clinicProgramId: WHERE, clipId: 'no-clip' });
      const { status, answer } = await ask(route.method, url, undefined, { cookie });
      const isRefused = status === 403 && JSON.stringify(answer).includes('"needs":"second-factor"');
      if (!isRefused) open.push(name);
    }
    expect(open).toEqual([
      ...['second-factor:read', 'authenticator:begin', 'authenticator:confirm'],
      ...['passkey:begin', 'passkey:add'],
    ]);
  });

  test('[PER11] sets up an authenticator app, gets ten recovery codes, and everything opens', async () => {
    const { setUp, ida } = await aClinic();
    const { me, standing, codes, url } = await setUp();
    expect(new Set(codes).size).toBe(RECOVERY_CODES);
    expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/.test(code))).toBe(true);
    expect(url).toMatch(/^otpauth:\/\/totp\/Earshot:ida%40clinic\.example\?issuer=Earshot&secret=[A-Z2-7]{32}&/);
    expect((await me()).answer).toEqual(ida);
    expect(await standing()).toEqual({
      ...{ missing: 'none', isRequired: true, hasAuthenticator: true, passkeys: 0, hasPassword: true },
      recoveryCodesLeft: RECOVERY_CODES,
    });
  });

  test('[PER11] is not let in by an app that was begun and not confirmed', async () => {
    const { signIn } = await aClinic();
    const { begin, confirm, me, standing } = await signIn();
    await begin();
    expect(await confirm('000000')).toMatchObject({ status: 422 });
    expect((await me()).status).toBe(403);
    expect(await standing()).toMatchObject({ missing: 'set-up', hasAuthenticator: false });
  });
});

describe('a person with an authenticator app', () => {
  test('[PER11] gives a code of it at every sign-in', async () => {
    const { setUp, signIn, ida } = await aClinic();
    const { secret } = await setUp();
    later(STEP_MS);
    const next = await signIn();
    expect(await next.me()).toMatchObject({ status: 403, answer: { needs: 'second-factor' } });
    expect(await next.give('app', authenticatorCode(secret, clock.now))).toMatchObject({
      status: 200,
      answer: { missing: 'none' },
    });
    expect((await next.me()).answer).toEqual(ida);
  });

  test('[PER11] goes on under a new token once they gave it, and the former one ends', async () => {
    const { setUp, signIn, ask } = await aClinic();
    const { secret } = await setUp();
    later(STEP_MS);
    const next = await signIn();
    const former = next.cookie;
    await next.give('app', authenticatorCode(secret, clock.now));
    expect((await next.me()).status).toBe(200);
    expect((await ask('GET', pathOf('account:read'), undefined, { cookie: former })).status).toBe(401);
  });

  test('[PER11] cannot set up another one with the password alone', async () => {
    const { setUp, signIn } = await aClinic();
    await setUp();
    const { begin, confirm } = await signIn();
    expect((await begin()).status).toBe(403);
    expect((await confirm('123456')).status).toBe(403);
  });

  test('[PER11] gives it also where the clinic requires none', async () => {
    const { setUp, signIn } = await aClinic({ secondFactor: 'optional' });
    const { secret } = await setUp();
    later(STEP_MS);
    const next = await signIn();
    expect((await next.me()).status).toBe(403);
    await next.give('app', authenticatorCode(secret, clock.now));
    expect((await next.me()).status).toBe(200);
  });

  test('[PER11] uses each code once, so nobody who saw it can', async () => {
    const { setUp, signIn } = await aClinic();
    const { secret } = await setUp();
    const [one, other] = [await signIn(), await signIn()];
    expect((await one.give('app', authenticatorCode(secret, clock.now))).status).toBe(422);
    later(STEP_MS);
    const code = authenticatorCode(secret, clock.now);
    const tried = await Promise.all([one.give('app', code), other.give('app', code)]);
    expect(tried.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  test('[PER11] may be half a minute late with a code, and no more, and never early', async () => {
    const { setUp, signIn } = await aClinic();
    const { secret } = await setUp();
    later(10 * STEP_MS);
    const { give } = await signIn();
    const codeAt = (steps: number) => authenticatorCode(secret, new Date(clock.now.getTime() + steps * STEP_MS));
    expect((await give('app', codeAt(-2))).status).toBe(422);
    expect((await give('app', codeAt(1))).status).toBe(422);
    expect((await give('app', codeAt(-1))).status).toBe(200);
  });

  test('[PER11] uses a recovery code once when the phone is lost, however it is typed', async () => {
    const { setUp, signIn } = await aClinic();
    const { codes } = await setUp();
    const [first = '', second = ''] = codes;
    const typed = first.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await (await signIn()).give('recovery', typed)).toMatchObject({ answer: { recoveryCodesLeft: 9 } });
    expect((await (await signIn()).give('recovery', first)).status).toBe(422);
    expect((await (await signIn()).give('recovery', second)).status).toBe(200);
  });

  test('[PER11] still uses a shorter recovery code from before', async () => {
    const { db, setUp, signIn } = await aClinic();
    await setUp();
    const [row] = await db.selectFrom('recovery_codes').selectAll().execute();
    const former = { code_hash: hashRecoveryCode('ABCD-EFGH-JKMN-PQRS'), user_id: row!.user_id };
    await db.insertInto('recovery_codes').values(former).execute();
    expect((await (await signIn()).give('recovery', 'abcd efgh jkmn pqrs')).status).toBe(200);
  });

  test('[PER11] has neither the secret nor the codes in the database as they are shown', async () => {
    const { setUp, db } = await aClinic();
    const { secret, codes } = await setUp();
    const kept = JSON.stringify([
      await db.selectFrom('authenticators').selectAll().execute(),
      await db.selectFrom('recovery_codes').selectAll().execute(),
    ]);
    for (const shown of [secret, ...codes]) expect(kept).not.toContain(shown);
  });

  test('[PER12] is locked out for a while after ten wrong codes, and others are not', async () => {
    const { setUp, signIn } = await aClinic();
    const { secret } = await setUp();
    later(STEP_MS);
    const { give, me } = await signIn();
    for (let wrong = 0; wrong < MOST_FAILURES.account; wrong += 1) {
      expect((await give('app', '000000')).status).toBe(422);
    }
    expect((await give('app', authenticatorCode(secret, clock.now))).status).toBe(429);
    expect((await me()).status).toBe(403);
    later(FAILURES_COUNT_FOR_MS);
    expect((await give('app', authenticatorCode(secret, clock.now))).status).toBe(200);
  });

  test('[PER11] keeps what a sign-in gave when they sign in again over it', async () => {
    const { setUp, ask, ida } = await aClinic();
    const { cookie } = await setUp();
    const again = await ask('POST', pathOf('account:sign-in'), { email: ida.email, password: PASSWORD }, { cookie });
    const renewed = cookieFrom(again.cookies);
    expect((await ask('GET', pathOf('account:read'), undefined, { cookie: renewed })).status).toBe(200);
  });

  test.for([
    ['after that sign-in has ended', [31]],
    ['for longer than a sign-in may last', Array.from({ length: 25 }, () => 29)],
  ] as const)('[PER11] does not keep it %s', async ([, minutes]) => {
    const { setUp, ask, ida } = await aClinic();
    let { cookie } = await setUp();
    const statuses: number[] = [];
    for (const passed of minutes) {
      later(passed * 60_000);
      const body = { email: ida.email, password: PASSWORD };
      const from = `192.0.2.${statuses.length}`;
      cookie = cookieFrom((await ask('POST', pathOf('account:sign-in'), body, { cookie, from })).cookies);
      statuses.push((await ask('GET', pathOf('account:read'), undefined, { cookie })).status);
    }
    expect([...new Set(statuses.slice(0, -1))]).toEqual(minutes.length === 1 ? [] : [200]);
    expect(statuses.at(-1)).toBe(403);
  });
});

describe('an authenticator app', () => {
  test('[PER11] that is removed ends what it gave to every sign-in', async () => {
    const { setUp, signIn, ask } = await aClinic();
    const { secret, cookie } = await setUp();
    later(STEP_MS);
    const other = await signIn();
    await other.give('app', authenticatorCode(secret, clock.now));
    expect((await other.me()).status).toBe(200);
    expect((await ask('DELETE', pathOf('authenticator:remove'), undefined, { cookie })).status).toBe(200);
    expect((await other.me()).status).toBe(403);
  });

  test('[PER11] whose secret cannot be decrypted counts as a wrong code and is reported, and a recovery code still works', async () => {
    const { setUp, signIn, db, faults } = await aClinic();
    const { secret, codes } = await setUp();
    await db
      .updateTable('authenticators')
      .set({ sealed_secret: 'ab'.repeat(40) })
      .execute();
    later(STEP_MS);
    const { give } = await signIn();
    expect((await give('app', authenticatorCode(secret, clock.now))).status).toBe(422);
    expect(String(faults.at(-1))).toMatch(/cannot be decrypted/);
    expect((await give('recovery', codes[0] ?? '')).status).toBe(200);
  });

  test('[PER11] is removed by an admin for whoever lost it: they are signed out, told by mail, and set up another one', async () => {
    const mailServer = await aMailServer();
    const sendMail = createSendMail({ url: mailServer.url, from: 'earshot@clinic.example', needsTls: false });
    const { setUp, signIn, ask, admin, ida, db } = await aClinic({ sendMail });
    const remove = (userId: string, body: object = { madeSure: 'by-call' }) =>
      ask('POST', pathOf('people:remove-second-factor', { userId }), body, { as: admin });
    expect((await remove(ida.userId)).status).toBe(409);
    expect((await remove(admin.userId)).status).toBe(409);
    const { me, codes } = await setUp();
    const listed = (await ask('GET', pathOf('people:list'), undefined, { as: admin })).answer;
    expect(listed).toContainEqual(expect.objectContaining({ userId: ida.userId, secondFactors: ['app'] }));
    expect((await remove(ida.userId, {})).status).toBe(400);
    expect(await remove(ida.userId)).toMatchObject({ status: 200, answer: { secondFactors: [] } });
    const audited = db.selectFrom('audit').selectAll().where('what', '=', 'second-factor.removed-by-call');
    expect(await audited.execute()).toMatchObject([{ actor_id: admin.userId, subject_id: ida.userId }]);
    expect((await me()).status).toBe(401);
    const next = await signIn();
    expect(await next.standing()).toMatchObject({ missing: 'set-up', recoveryCodesLeft: 0 });
    expect((await next.give('recovery', codes[0] ?? '')).status).toBe(403);
    const mail = await mailServer.mail(1);
    expect(mail.to).toEqual([ida.email]);
    expect(mail.raw).toMatch(/An admin removed the second step/);
  });
});

test('[PER11] nobody is asked where the clinic requires nothing and the person has nothing, as before', async () => {
  const { signIn, ask, admin } = await aClinic({ secondFactor: 'optional' });
  expect((await (await signIn()).me()).status).toBe(200);
  expect((await ask('GET', pathOf('sign-in-policy:read'), undefined, { as: admin })).answer).toEqual(UNDECIDED_POLICY);
});

test('[PER11] a demo link asks for no second factor', async () => {
  const { ask, ida } = await aClinic();
  expect((await ask('GET', pathOf('account:read'), undefined, { as: ida })).status).toBe(200);
});

test('[PER11] the first admin of a clinic sets up a second factor first', async () => {
  const { ask } = await anHttpClinic();
  const made = await ask('POST', pathOf('first-admin:make'), {
    ...{ name: 'Ada Moor', email: 'ada@clinic.example', password: PASSWORD },
    clinic: { name: 'Lark Clinic', telephone: '', timeZone: 'UTC' },
    secret: FIRST_ADMIN_SECRET,
  });
  expect(made.status).toBe(200);
  const cookie = cookieFrom(made.cookies);
  expect((await ask('GET', pathOf('account:read'), undefined, { cookie })).status).toBe(403);
  expect((await ask('GET', pathOf('second-factor:read'), undefined, { cookie })).answer).toMatchObject({
    missing: 'set-up',
  });
});
