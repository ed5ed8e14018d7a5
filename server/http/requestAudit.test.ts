import { expect, test } from 'vitest';
import type { NewAuthenticator, RecoveryCodes } from '#shared/protocol/http/secondFactor.ts';
import type { PasskeyRequest } from '#shared/protocol/webAuthn.ts';
import { pathOf, ROUTES } from '#shared/protocol/http/routes.ts';
import type { Route } from '#shared/protocol/http/route.ts';
import { aNewAccount } from '#server/auth/testing/anAuth.ts';
import { aSoftPasskey } from '#server/auth/testing/aSoftPasskey.ts';
import { authenticatorCode } from '#server/auth/testing/authenticatorCode.ts';
import { aBrowser } from './testing/aBrowser.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';

const NOBODYS = '7d1c1a52-3f0e-4c55-9d0e-7a3f2a7f0001';

async function aClinic() {
  const clinic = await anHttpClinic();
  const ida = await clinic.aPerson('therapist', 'Ida Berg');
  const session = await clinic.aSessionOf(ida);
  async function rows() {
    await clinic.audit.close();
    return clinic.db.selectFrom('audit').selectAll().orderBy('seq').execute();
  }
  return { ...clinic, ida, session, rows };
}

test('[ADT1] the audit says who read which record, once for a page that asks again, and no word about the family', async () => {
  const { ask, ida, session, rows } = await aClinic();
  const { familyId, sessionId } = session;
  for (let times = 0; times < 3; times += 1)
    await ask('GET', pathOf('family:read', { familyId }), undefined, { as: ida });
  await ask('GET', pathOf('session:read', { sessionId }), undefined, { as: ida });
  const done = { actor: 'therapist', actor_id: ida.userId, kind: 'read', outcome: 'done', family_id: familyId };
  expect(await rows()).toMatchObject([
    { ...done, seq: 1, what: 'record.read', session_id: null },
    { ...done, seq: 2, what: 'session.read', session_id: sessionId },
  ]);
});

test('[ADT1] a change and what it made are named before it is answered', async () => {
  const { ask, db, ida } = await aClinic();
  const body = { name: 'Thistlewick', childInitials: 'T.', caregiverNames: ['Nora'] };
  const { answer } = await ask('POST', '/api/families', body, { as: ida });
  const written = await db.selectFrom('audit').selectAll().execute();
  const { familyId } = answer as { familyId: string };
  expect(written).toMatchObject([{ kind: 'change', what: 'family.made', family_id: familyId, actor_id: ida.userId }]);
  expect(JSON.stringify(written)).not.toMatch(/Thistlewick|Nora/);
});

test('[ADT1] an attempt that was refused is a denial with its asker, and what was only wrong is none', async () => {
  const { ask, aPerson, session, rows } = await aClinic();
  const [omar, admin] = [await aPerson('therapist'), await aPerson('admin')];
  const { familyId, sessionId } = session;
  await ask('GET', pathOf('family:read', { familyId }), undefined, { as: omar });
  await ask('GET', pathOf('session:read', { sessionId }), undefined, { as: omar });
  await ask('GET', pathOf('family:read', { familyId: NOBODYS }), undefined, { as: omar });
  await ask('GET', pathOf('family:read', { familyId }), undefined, { as: admin });
  await ask('GET', pathOf('family:read', { familyId }));
  await ask('POST', '/api/families', { name: '' }, { as: omar });
  const denied = { kind: 'denial', outcome: 'refused', actor_id: omar.userId };
  expect(await rows()).toMatchObject([
    { ...denied, what: 'record.read', family_id: familyId },
    { ...denied, what: 'session.read', family_id: familyId, session_id: sessionId },
    { ...denied, what: 'record.read', family_id: NOBODYS },
    { ...denied, actor: 'admin', actor_id: admin.userId, family_id: familyId },
  ]);
});

test('[ADT1] a wrong password names the account, and nobody who did not sign in', async () => {
  const { ask, rows, auth } = await aClinic();
  const person = aNewAccount({ role: 'therapist' });
  const account = await auth.makeAccount(person);
  const signIn = (password: string) => ask('POST', '/api/auth/sign-in/email', { email: person.email, password });
  await signIn('a wrong sentence');
  await signIn('another wrong one');
  const { cookies } = await signIn(person.password);
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
  await ask('POST', '/api/auth/sign-out', undefined, { cookie });
  await ask('POST', '/api/auth/sign-out');
  const known = { actor: 'therapist', actor_id: account?.userId, outcome: 'done' };
  expect(await rows()).toMatchObject([
    { actor: 'nobody', actor_id: null, kind: 'denial', what: 'password.signed-in', subject_id: account?.userId },
    { ...known, kind: 'sign-in', what: 'password.signed-in' },
    { ...known, kind: 'sign-in', what: 'person.signed-out' },
  ]);
});

test('[ADT1] each sign-in says how it was done, also one that was refused', async () => {
  const { ask, rows, auth } = await aClinic();
  const person = aNewAccount();
  await auth.makeAccount(person);
  const signIn = async () =>
    aBrowser(
      ask,
      (await ask('POST', pathOf('account:sign-in'), { email: person.email, password: person.password })).cookies,
    );
  const first = await signIn();
  const { secret } = (await first.ask('POST', pathOf('authenticator:begin'))).answer as NewAuthenticator;
  const confirmed = await first.ask('POST', pathOf('authenticator:confirm'), { code: authenticatorCode(secret, NOW) });
  const { codes } = confirmed.answer as RecoveryCodes;
  const next = await signIn();
  await next.ask('POST', pathOf('second-factor:give'), { by: 'recovery', code: codes[0] });
  await next.ask('POST', pathOf('confirmation:give'), { by: 'app', code: '000000' });
  await next.ask('POST', pathOf('confirmation:give'), { by: 'password', password: person.password });
  const asked = (await ask('POST', pathOf('passkey-sign-in:begin'))).answer as PasskeyRequest;
  await ask('POST', pathOf('passkey-sign-in:give'), aSoftPasskey().sign(asked));
  const said = new Set((await rows()).map(({ actor, what, outcome }) => `${actor} ${what} ${outcome}`));
  expect(said).toEqual(
    new Set([
      'therapist password.signed-in done',
      'therapist second-factor.changed done',
      'therapist recovery-code.given done',
      'therapist app.confirmed refused',
      'therapist password.confirmed done',
      'nobody passkey.signed-in refused',
    ]),
  );
});

test('[ADT1] every route that names a family or a session writes a row, except those that only end work', () => {
  const about = Object.entries<Route>(ROUTES).filter(([, { path }]) => /:(familyId|sessionId)/.test(path));
  expect(about.filter(([, { audit }]) => audit === null).map(([name]) => name)).toEqual(['recording-export:end']);
});
