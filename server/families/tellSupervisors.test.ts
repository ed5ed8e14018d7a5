import { expect, test } from 'vitest';
import { createClinic } from '#server/clinic/clinic.ts';
import { anHttpClinic, NOW } from '#server/http/testing/anHttpClinic.ts';
import type { Mail } from '#server/mail/sendMail.ts';
import { createTellSupervisors } from './tellSupervisors.ts';

async function aClinic() {
  const http = await anHttpClinic();
  const ida = await http.aPerson('therapist', 'Ida');
  await http.aPerson('supervisor', 'Ada');
  const session = await http.aSessionOf(ida);
  const clinic = createClinic({ records: http.records, serverTimeZone: 'UTC', now: () => NOW });
  const mails: Mail[] = [];
  const faults: unknown[] = [];
  return { ...http, clinic, session, mails, faults };
}

test('[SAF3] each supervisor of the family gets a mail that names nobody and leads to the session', async () => {
  const { records, clinic, session, mails, faults, aPerson, db } = await aClinic();
  // A supervisor who leads no team of the family’s therapists, and one who may not sign in anymore.
  const eve = await aPerson('supervisor', 'Eve');
  await db.deleteFrom('team_people').where('user_id', '=', eve.userId).execute();
  const gone = await aPerson('supervisor', 'Gone');
  await db.updateTable('auth_user').set({ deactivated: 1 }).where('id', '=', gone.userId).execute();

  const sendMail = async (mail: Mail) => void mails.push(mail);
  const publicUrl = 'https://clinic.example';
  createTellSupervisors({ records, clinic, sendMail, publicUrl, report: (error) => faults.push(error) })(session);
  await expect.poll(() => mails.length).toBe(1);
  expect(mails[0]?.to.name).toBe('Ada');
  expect(mails[0]?.text).toContain(`https://clinic.example/sessions/${session.sessionId}`);
  expect(mails[0]?.text).not.toMatch(/Lark|Ida/);
  expect(faults).toEqual([]);
});

test('[SAF3] a mail that cannot be sent is reported, and the others go', async () => {
  const { records, clinic, session, mails, faults, aPerson } = await aClinic();
  await aPerson('supervisor', 'Bo');
  const sendMail = async (mail: Mail) => {
    if (mail.to.name === 'Ada') throw new Error('No such mailbox.');
    mails.push(mail);
  };
  createTellSupervisors({ records, clinic, sendMail, publicUrl: '', report: (error) => faults.push(error) })(session);
  await expect.poll(() => [mails.length, faults.length]).toEqual([1, 1]);
});
