import { describe, expect, test } from 'vitest';
import type { AccountChange, Invited, Person } from '#shared/protocol/http/people.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import { createSendMail } from '#server/mail/sendMail.ts';
import { aMailServer, linkIn } from '#server/mail/testing/aMailServer.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';

const IDA = { name: 'Ida Berg', email: 'Ida@Clinic.example', role: 'therapist' } as const;

describe('an admin who invites a person', () => {
  test('[PER10] gets a link to hand over where there is no mail server, and sees that the person is invited', async () => {
    const { ask, aPerson } = await anHttpClinic();
    const as = await aPerson('admin', 'Ada Moor');
    const invited = await ask('POST', pathOf('people:invite'), IDA, { as });
    expect(invited).toMatchObject({
      status: 200,
      answer: {
        person: { name: 'Ida Berg', email: 'ida@clinic.example', standing: 'invited' },
        link: { by: 'hand', mailFailed: false, expiresAt: '2026-03-09T09:00:00.000Z' },
      },
    });
    expect((invited.answer as Invited).link).toHaveProperty(
      'url',
      expect.stringMatching(/^http:\/\/localhost:3000\/set-password#[\w-]{43}$/),
    );
    expect((await ask('GET', pathOf('people:list'), undefined, { as })).answer).toEqual([
      { ...as, standing: 'active', invitedUntil: null, secondFactors: [] },
      (invited.answer as Invited).person,
    ]);
  });

  test('[PER10] has the link mailed to the person, and does not see it', async () => {
    const mailServer = await aMailServer();
    const sendMail = createSendMail({ url: mailServer.url, from: 'earshot@clinic.example', needsTls: false });
    const { ask, aPerson } = await anHttpClinic({ sendMail });
    const { answer } = await ask('POST', pathOf('people:invite'), IDA, { as: await aPerson('admin') });
    expect((answer as Invited).link).toEqual({ by: 'mail', expiresAt: '2026-03-09T09:00:00.000Z' });
    const mail = await mailServer.mail(1);
    expect(mail.to).toEqual(['ida@clinic.example']);
    expect(linkIn(mail)).toMatch(/^http:\/\/localhost:3000\/set-password#[\w-]{43}$/);
  });

  test('gets the link to hand over when the mail server does not take it, and is told', async () => {
    const mailServer = await aMailServer({ takesMail: false });
    const sendMail = createSendMail({ url: mailServer.url, from: 'earshot@clinic.example', needsTls: false });
    const { ask, aPerson } = await anHttpClinic({ sendMail });
    const { answer } = await ask('POST', pathOf('people:invite'), IDA, { as: await aPerson('admin') });
    expect(answer).toMatchObject({ person: { standing: 'invited' }, link: { by: 'hand', mailFailed: true } });
  });

  test('makes one account for an address, also when twelve ask at the same moment', async () => {
    const { ask, aPerson } = await anHttpClinic();
    const as = await aPerson('admin');
    const asked = await Promise.all(
      Array.from({ length: 12 }, () => ask('POST', pathOf('people:invite'), IDA, { as })),
    );
    expect(asked.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 11 }, () => 409)]);
    const again = await ask('POST', pathOf('people:invite'), { ...IDA, email: 'IDA@clinic.example' }, { as });
    expect(again).toMatchObject({ status: 409, answer: { error: expect.stringMatching(/email address/) as string } });
  });

  test('cannot choose the person’s password', async () => {
    const { ask, aPerson } = await anHttpClinic();
    const as = await aPerson('admin');
    const asked = await ask('POST', pathOf('people:invite'), { ...IDA, password: 'chosen by an admin' }, { as });
    expect(asked.status).toBe(400);
  });

  test('withdraws the invitation, and the address is free again', async () => {
    const { ask, aPerson } = await anHttpClinic();
    const as = await aPerson('admin');
    const { person } = (await ask('POST', pathOf('people:invite'), IDA, { as })).answer as Invited;
    const withdraw = () => ask('DELETE', pathOf('people:withdraw', { userId: person.userId }), undefined, { as });
    expect(await withdraw()).toMatchObject({ status: 200, answer: null });
    expect((await withdraw()).status).toBe(409);
    expect((await ask('POST', pathOf('people:invite'), IDA, { as })).status).toBe(200);
  });

  test('withdraws the invitation of a member of a team, and deactivates whoever has families', async () => {
    const { ask, aPerson, db, records, aSessionOf } = await anHttpClinic();
    const [as, noor] = [await aPerson('admin'), await aPerson('therapist')];
    const { familyId } = await aSessionOf(noor);
    const invite = async (email: string) =>
      ((await ask('POST', pathOf('people:invite'), { ...IDA, email }, { as })).answer as Invited).person;
    const [member, treating] = [await invite('a@clinic.example'), await invite('b@clinic.example')];
    const { teamId } = await records.makeTeam('North', NOW);
    for (const { userId } of [member, treating]) {
      await records.changeTeam(teamId, { what: 'add', userId, part: 'member' }, NOW);
    }
    await records.handOver([familyId], { from: null, to: treating.userId }, { by: as.userId, now: NOW });
    for (const { userId } of [member, treating]) {
      expect((await ask('DELETE', pathOf('people:withdraw', { userId }), undefined, { as })).status).toBe(200);
    }
    expect(await records.findAccount(member.userId)).toBeUndefined();
    expect(await records.findAccount(treating.userId)).toMatchObject({ standing: 'deactivated' });
    expect(await db.selectFrom('team_people').selectAll().where('team_id', '=', teamId).execute()).toEqual([]);
    expect(await db.selectFrom('account_links').selectAll().execute()).toEqual([]);
  });

  test('cannot withdraw an account that is in use', async () => {
    const { ask, aPerson } = await anHttpClinic();
    const [as, ida] = [await aPerson('admin'), await aPerson('therapist')];
    const asked = await ask('DELETE', pathOf('people:withdraw', { userId: ida.userId }), undefined, { as });
    expect(asked.status).toBe(409);
    const listed = (await ask('GET', pathOf('people:list'), undefined, { as })).answer as Person[];
    expect(listed).toHaveLength(2);
  });
});

describe('an admin who changes an account', () => {
  async function aClinicWithIda() {
    const clinic = await anHttpClinic();
    const admin = await clinic.aPerson('admin', 'Ada Moor');
    const { email, password } = clinic.aNewAccount();
    const ida = (await clinic.auth.makeAccount(clinic.aNewAccount()))!;
    const signIn = () => clinic.ask('POST', pathOf('account:sign-in'), { email, password });
    const change = (userId: string, body: AccountChange) =>
      clinic.ask('POST', pathOf('people:change', { userId }), body, { as: admin });
    const sendLink = (userId: string) =>
      clinic.ask('POST', pathOf('people:send-link', { userId }), undefined, { as: admin });
    const me = async (cookie: string) =>
      (await clinic.ask('GET', pathOf('account:read'), undefined, { cookie })).answer;
    return { ...clinic, admin, ida, signIn, change, sendLink, me };
  }

  test('gives a new role, which counts from the next sign-in, and ends the sign-ins with the old one', async () => {
    const { ida, signIn, change, me } = await aClinicWithIda();
    const before = cookieFrom((await signIn()).cookies);
    expect(await change(ida.userId, { what: 'role', role: 'supervisor' })).toMatchObject({
      status: 200,
      answer: { name: 'Ida Berg', role: 'supervisor', standing: 'active' },
    });
    expect(await me(before)).toEqual({ error: 'Please sign in.' });
    expect(await me(cookieFrom((await signIn()).cookies))).toMatchObject({ role: 'supervisor' });
  });

  test('takes the access away, and gives it back', async () => {
    const { ida, signIn, change, sendLink, me, auth } = await aClinicWithIda();
    const before = cookieFrom((await signIn()).cookies);
    expect((await change(ida.userId, { what: 'access', isActive: false })).answer).toMatchObject({
      standing: 'deactivated',
    });
    expect(await me(before)).toEqual({ error: 'Please sign in.' });
    expect((await signIn()).status).toBe(401);
    expect((await sendLink(ida.userId)).status).toBe(409);
    expect(await me(cookieFrom(await auth.signInAs(ida.userId)))).toEqual({ error: 'Please sign in.' });
    await change(ida.userId, { what: 'access', isActive: true });
    expect((await signIn()).status).toBe(200);
  });

  test('[PER10] sends a link for a new password, and the old password stays good until it is used', async () => {
    const { ida, signIn, sendLink } = await aClinicWithIda();
    expect((await sendLink(ida.userId)).answer).toMatchObject({ by: 'hand', expiresAt: '2026-03-03T09:00:00.000Z' });
    expect((await signIn()).status).toBe(200);
  });

  test('cannot change their own, so that a clinic always has an admin', async () => {
    const { admin, change, sendLink } = await aClinicWithIda();
    expect((await change(admin.userId, { what: 'role', role: 'therapist' })).status).toBe(409);
    expect((await change(admin.userId, { what: 'access', isActive: false })).status).toBe(409);
    expect((await sendLink(admin.userId)).status).toBe(409);
  });

  test('is told where there is no such account', async () => {
    const { change, sendLink } = await aClinicWithIda();
    expect((await change('nobody', { what: 'access', isActive: false })).status).toBe(404);
    expect((await sendLink('nobody')).status).toBe(404);
  });
});
