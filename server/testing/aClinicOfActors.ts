import { copyFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { clinicDay } from '#shared/domain/clinicDay.ts';
import { addDays } from '#shared/domain/course/days.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { AttemptId } from '#shared/protocol/practice.ts';
import { SignInId, TakeId } from '#shared/protocol/ids.ts';
import { anAuth } from '#server/auth/testing/anAuth.ts';
import { createPracticeClips } from '#server/practice/practiceClips.ts';
import { aSessionWith } from '#server/demo/testing/aPastSession.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';
import { anAccountWithoutTeam } from '#server/storage/testing/records.ts';
import { migrate } from '#server/storage/migrate.ts';
import type { Db } from '#server/storage/db.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';

const HOUR_MS = 3_600_000;

export const SAFETY_SHEET = {
  ...{ telephone: '555 0101', address: 'Elm Street 4', atHome: '', emergencyName: 'Jo' },
  ...{ emergencyTelephone: '555 0102', emergencyService: '' },
};

export type ClinicOfActors = Awaited<ReturnType<typeof aClinicOfActors>>;

/**
 * Two teams with a family each, and everybody who was ever near the first family. It is a file in a folder, so that each
 * actor can come to a copy of its own.
 */
export async function aClinicOfActors(folder: string) {
  const file = join(folder, 'clinic.sqlite');
  const { db, close } = openDatabase(file);
  await migrate(db);
  const known = { ...(await fill(db)) };
  await close();
  return {
    ...known,
    /** A copy in which nobody was yet. */
    copy() {
      const copied = join(folder, `${randomUUID()}.sqlite`);
      copyFileSync(file, copied);
      return openDatabase(copied);
    },
  };
}

async function fill(db: Db) {
  const records = createSqlRecords(db, keysOf(db));
  const now = new Date();
  const people = await somePeople(db);
  const { admin, therapist, covering, formerTherapist, coverEnded, becameAdmin, otherTherapist } = people;
  const { colleague, supervisor, formerSupervisor, becameTherapist, otherSupervisor } = people;

  const [larks, owls] = [await records.makeTeam('Larks', now), await records.makeTeam('Owls', now)];
  const add = async (teamId: typeof larks.teamId, { userId }: Account, part: 'member' | 'lead') =>
    records.changeTeam(teamId, { what: 'add', userId, part }, now);
  for (const one of [therapist, covering, colleague, formerTherapist, coverEnded, becameAdmin])
    await add(larks.teamId, one, 'member');
  for (const one of [supervisor, formerSupervisor, becameTherapist]) await add(larks.teamId, one, 'lead');
  await add(owls.teamId, otherTherapist, 'member');
  await add(owls.teamId, otherSupervisor, 'lead');
  const left = { what: 'remove', userId: formerSupervisor.userId, part: 'lead' } as const;
  await records.changeTeam(larks.teamId, left, now);

  const by = ({ userId, name }: Account) => ({ id: userId, name });
  const family = await records.makeFamily(
    {
      name: 'Meadowlark family',
      childInitials: 'Q.Z.',
      caregiverNames: ['Nora Meadowlark', 'Jon Meadowlark'],
      therapist: formerTherapist.userId,
    },
    by(formerTherapist),
    now,
  );
  const { familyId } = family;
  const how = { by: admin.userId, now };
  await records.handOver([familyId], { from: formerTherapist.userId, to: therapist.userId }, how);
  await records.handOver([familyId], { from: null, to: becameAdmin.userId }, how);
  const today = clinicDay(now, 'UTC');
  const until = (days: number) => ({
    until: addDays(today, days),
    ends: new Date(now.getTime() + days * 24 * HOUR_MS),
  });
  const cover = { from: therapist.userId, to: covering.userId, ...until(3) };
  await records.cover([familyId], cover, how);
  await records.cover([familyId], { ...cover, to: coverEnded.userId, ...until(-1) }, how);
  const other = await records.makeFamily(
    { name: 'Owl family', childInitials: 'O.', caregiverNames: ['Olive Owl'], therapist: otherTherapist.userId },
    by(otherTherapist),
    now,
  );
  // These two kept what they had before their role changed.
  await db.updateTable('auth_user').set({ role: 'admin' }).where('id', '=', becameAdmin.userId).execute();
  await db.updateTable('auth_user').set({ role: 'therapist' }).where('id', '=', becameTherapist.userId).execute();

  const plan = { program: PCIT.id, programVersion: PCIT.version, stage: 'cdi-coach', treatmentPhase: 'cdi' };
  async function aSessionOf(of: typeof familyId, lead: Account, startsAt: Date) {
    const planned = { ...plan, familyId: of, lead: lead.userId, madeBy: lead.userId, startsAt };
    const session = await records.makeSession(planned);
    if (session === undefined) throw new Error('There is no such family.');
    return session;
  }
  const session = await aSessionOf(familyId, therapist, now);
  const closed = await aSessionOf(familyId, therapist, new Date(now.getTime() - 3 * HOUR_MS));
  const otherSession = await aSessionOf(other.familyId, otherTherapist, now);

  async function aDevice({ sessionId }: typeof session) {
    const end = new Date(now.getTime() + HOUR_MS);
    const link = await records.makeLink({ sessionId, kind: 'family', wearer: null, now, expiresAt: end });
    const redeemed = await records.redeemLink(link.secret, now);
    if (redeemed === undefined) throw new Error('The link is good.');
    return { ...redeemed.device, linkId: link.linkId, credential: redeemed.credential };
  }
  const closedDevice = await aDevice(closed);
  const log = aSessionWith(closed, closedDevice.deviceId);
  await createSqlFactLog(db, keysOf(db)).append(closed.sessionId, log);

  const [caregiver, partner] = family.caregivers;
  const [otherCaregiver] = other.caregivers;
  if (caregiver === undefined || partner === undefined || otherCaregiver === undefined)
    throw new Error('A family has its caregivers.');
  await records.writeSafetySheet(familyId, SAFETY_SHEET, therapist.name, now);
  const attemptId = AttemptId.parse(randomUUID());
  const [clip] = await createPracticeClips().offers();
  if (clip === undefined) throw new Error('There are clips.');
  await records.openAttempt({ attemptId, clipId: clip.id, openedAt: now.toISOString() }, therapist.userId, new Date(0));
  const passkey = await records.addPasskey(
    therapist.userId,
    { credentialId: 'of-the-therapist', publicKey: 'a', counter: 0, transports: [], name: 'A phone' },
    now,
  );
  if (passkey === undefined) throw new Error('The passkey is new.');
  const basedOn = { id: PCIT.id, version: PCIT.version };
  const edits = { goals: { CDI1: 8 }, localGoals: [] };
  const clinicProgram = await records.makeClinicProgram({ name: 'Our PCIT', basedOn, edits }, admin.userId, now);
  const second = await anAuth(db).signInBy(therapist.userId, 'password', 'another browser');
  if (second === undefined) throw new Error('The therapist can sign in.');
  const links = await records.makeDiaryLink({ familyId, caregiverId: partner.caregiverId }, now);

  return {
    people,
    familyId,
    otherFamilyId: other.familyId,
    teamId: larks.teamId,
    session,
    closed,
    otherSession,
    caregiver,
    partner,
    otherCaregiver,
    attemptId,
    clip,
    today,
    /** A second sign-in of the therapist, in another browser. */
    signInId: SignInId.parse(second.signInId),
    passkeyId: passkey.passkeyId,
    clinicProgramId: clinicProgram.clinicProgramId,
    diaryLinkId: links.linkId,
    takeId: TakeId.parse(randomUUID()),
    devices: {
      combined: await aDevice(session),
      room: await aDevice(session),
      ear: await aDevice(session),
      knocking: await aDevice(session),
      removedDevice: await aDevice(session),
      expiredDevice: await aDevice(session),
      closedDevice,
      neverLetIn: await aDevice(closed),
      otherDevice: await aDevice(otherSession),
    },
  };
}

/** Everybody in one clinic, before teams and families. `spare` is for an admin to change. */
async function somePeople(db: Db) {
  const one = async (role: 'therapist' | 'supervisor' | 'admin', name: string) => anAccountWithoutTeam(db, role, name);
  return {
    admin: await one('admin', 'Tess'),
    therapist: await one('therapist', 'Noor'),
    covering: await one('therapist', 'Cole'),
    colleague: await one('therapist', 'Cora'),
    formerTherapist: await one('therapist', 'Finn'),
    coverEnded: await one('therapist', 'Eve'),
    becameAdmin: await one('therapist', 'Rhea'),
    otherTherapist: await one('therapist', 'Otto'),
    supervisor: await one('supervisor', 'Ada'),
    formerSupervisor: await one('supervisor', 'Fern'),
    becameTherapist: await one('supervisor', 'Bela'),
    otherSupervisor: await one('supervisor', 'Olga'),
    spare: await one('therapist', 'Sam'),
  };
}
