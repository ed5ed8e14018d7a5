import { describe, expect, test } from 'vitest';
import { ACCOUNT_LINK_LASTS_MS, ASK_FOR_LINK_EVERY_MS } from '#shared/domain/accountLinks.ts';
import type { SentLink } from '#shared/protocol/http/accountLinks.ts';
import type { Invited } from '#shared/protocol/http/people.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import { createSendMail } from '#server/mail/sendMail.ts';
import { aMailServer, linkIn } from '#server/mail/testing/aMailServer.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';

const IDA = { name: 'Ida Berg', email: 'ida@clinic.example', role: 'therapist' } as const;
const PASSWORD = 'a sentence of her own';

async function aClinic({ hasMail = false } = {}) {
  const clock = { now: NOW };
  const mailServer = await aMailServer();
  const clinic = await anHttpClinic({
    now: () => clock.now,
    sendMail: hasMail
      ? createSendMail({ url: mailServer.url, from: 'earshot@clinic.example', needsTls: false })
      : undefined,
  });
  const { ask } = clinic;
  const admin = await clinic.aPerson('admin');
  const secretOf = (link: SentLink) => (link.by === 'hand' ? new URL(link.url).hash.slice(1) : '');
  return {
    ...clinic,
    mailServer,
    admin,
    after: (ms: number) => void (clock.now = new Date(NOW.getTime() + ms)),
    invite: async () => {
      const { person, link } = (await ask('POST', pathOf('people:invite'), IDA, { as: admin })).answer as Invited;
      return { ...person, secret: secretOf(link) };
    },
    sendLink: async (userId: string) => {
      const { answer } = await ask('POST', pathOf('people:send-link', { userId }), undefined, { as: admin });
      return secretOf(answer as SentLink);
    },
    read: (secret: string) => ask('POST', pathOf('account-link:read'), { secret }),
    use: (secret: string, password = PASSWORD) => ask('POST', pathOf('account-link:use'), { secret, password }),
    askFor: (email: string = IDA.email) => ask('POST', pathOf('account-link:ask'), { email }),
    signIn: (password = PASSWORD) => ask('POST', pathOf('account:sign-in'), { email: IDA.email, password }),
  };
}

describe('an invitation', () => {
  test('[PER10] says whom it is for as often as it is opened, and then sets their password once', async () => {
    const { invite, read, use, signIn } = await aClinic();
    const { secret } = await invite();
    expect((await signIn()).status).toBe(401);
    for (let visit = 0; visit < 3; visit += 1) {
      expect((await read(secret)).answer).toEqual({ name: 'Ida Berg', email: IDA.email, purpose: 'invitation' });
    }
    expect((await use(secret)).status).toBe(200);
    expect((await signIn()).answer).toMatchObject({ name: 'Ida Berg', role: 'therapist' });
    expect((await read(secret)).status).toBe(410);
    expect((await use(secret, 'a sentence of a stranger')).status).toBe(410);
    expect((await signIn()).status).toBe(200);
  });

  test('[PER10] is good for one of two who use it at the same moment', async () => {
    const { invite, use, signIn } = await aClinic();
    const { secret } = await invite();
    const [first, second] = await Promise.all([use(secret, 'the first sentence'), use(secret, 'the second sentence')]);
    expect([first.status, second.status].toSorted()).toEqual([200, 410]);
    const good = first.status === 200 ? 'the first sentence' : 'the second sentence';
    expect((await signIn(good)).status).toBe(200);
  });

  test('[PER10] ends after a week, when it is withdrawn, and when another one is sent', async () => {
    const { invite, read, use, after, sendLink } = await aClinic();
    const { secret, userId } = await invite();
    after(ACCOUNT_LINK_LASTS_MS.invitation - 1);
    expect((await read(secret)).status).toBe(200);
    after(ACCOUNT_LINK_LASTS_MS.invitation);
    expect((await read(secret)).status).toBe(410);
    expect((await use(secret)).status).toBe(410);
    const again = await sendLink(userId);
    expect((await read(again)).answer).toMatchObject({ purpose: 'invitation' });
    const third = await sendLink(userId);
    expect((await read(again)).status).toBe(410);
    expect((await use(third)).status).toBe(200);
  });

  test('[PER10] is stored as a hash only', async () => {
    const { invite, db } = await aClinic();
    const { secret } = await invite();
    const [row] = await db.selectFrom('account_links').selectAll().execute();
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(row?.secret_hash).toHaveLength(43);
  });

  test.for([
    ['a short password', 'short', /at least 12 characters/],
    ['one that is too long', 'x'.repeat(129), /at most 128 characters/],
  ] as const)('%s is refused and uses nothing up', async ([, password, words]) => {
    const { invite, use } = await aClinic();
    const { secret } = await invite();
    const refused = await use(secret, password);
    expect(refused).toMatchObject({ status: 400, answer: { error: expect.stringMatching(words) as string } });
    expect((await use(secret)).status).toBe(200);
  });

  test('[PER10] a password that is easy to guess is refused and uses nothing up', async () => {
    const { invite, use } = await aClinic();
    const { secret } = await invite();
    expect((await use(secret, 'idabergidaberg')).status).toBe(422);
    expect((await use(secret, 'password12345')).status).toBe(422);
    expect((await use(secret)).status).toBe(200);
  });

  test('[PER10] the clinic’s name is easy to guess at this clinic', async () => {
    const { invite, use, records, admin } = await aClinic();
    const { secret } = await invite();
    await records.writeClinicSettings({ name: 'Oyelaran Abara', telephone: '', timeZone: 'UTC' }, admin.userId, NOW);
    expect((await use(secret, 'oyelaranoyelaran')).status).toBe(422);
  });
});

describe('a link for a new password', () => {
  test('[PER10] replaces the old password and ends every sign-in with it', async () => {
    const { auth, aNewAccount, sendLink, use, signIn, ask } = await aClinic();
    const ida = (await auth.makeAccount(aNewAccount({ ...IDA, password: 'the old sentence' })))!;
    const cookie = cookieFrom((await signIn('the old sentence')).cookies);
    expect((await use(await sendLink(ida.userId))).answer).toMatchObject({ purpose: 'password' });
    expect((await ask('GET', pathOf('account:read'), undefined, { cookie })).status).toBe(401);
    expect((await signIn('the old sentence')).status).toBe(401);
    expect((await signIn()).status).toBe(200);
  });

  test('[PER10] does nothing for an account that was deactivated meanwhile', async () => {
    const { auth, aNewAccount, sendLink, read, use } = await aClinic();
    const ida = (await auth.makeAccount(aNewAccount(IDA)))!;
    const secret = await sendLink(ida.userId);
    await auth.changeAccount(ida.userId, { what: 'access', isActive: false });
    expect((await read(secret)).status).toBe(410);
    expect((await use(secret)).status).toBe(410);
  });
});

describe('somebody who forgot their password', () => {
  test('[PER10] gets a link by mail, and nobody learns from the answer whether an address has an account', async () => {
    const { auth, aNewAccount, askFor, mailServer, use, signIn } = await aClinic({ hasMail: true });
    await auth.makeAccount(aNewAccount(IDA));
    const [stranger, known] = [await askFor('nobody@clinic.example'), await askFor()];
    expect([stranger.status, stranger.answer]).toEqual([known.status, known.answer]);
    const mail = await mailServer.mail(1);
    expect(mail.to).toEqual([IDA.email]);
    expect((await use(new URL(linkIn(mail)).hash.slice(1))).status).toBe(200);
    expect((await signIn()).status).toBe(200);
    expect(mailServer.received).toHaveLength(1);
  });

  test('[PER10] gets one link in a while, however often somebody asks, and earlier links stay good', async () => {
    const { invite, askFor, mailServer, after, read } = await aClinic({ hasMail: true });
    await invite();
    const invitation = new URL(linkIn(await mailServer.mail(1))).hash.slice(1);
    await askFor();
    after(ASK_FOR_LINK_EVERY_MS);
    await askFor();
    await askFor();
    const asked = new URL(linkIn(await mailServer.mail(2))).hash.slice(1);
    expect((await read(asked)).answer).toMatchObject({ purpose: 'invitation' });
    expect((await read(invitation)).status).toBe(200);
    expect(mailServer.received).toHaveLength(2);
  });

  test('is sent to the admin where the clinic has no mail server', async () => {
    const { askFor } = await aClinic();
    expect(await askFor()).toMatchObject({ status: 409, answer: { error: expect.stringMatching(/admin/) as string } });
  });
});
