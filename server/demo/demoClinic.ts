import { DEFAULT_PROGRAM, findProgram } from '#shared/domain/programs/findProgram.ts';
import type { Account, NewAccount } from '#shared/protocol/http/people.ts';
import type { Family } from '#shared/protocol/http/families.ts';
import type { Auth } from '#server/auth/auth.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import type { FamilyLog } from '#server/storage/familyLog.ts';
import type { Records, SessionRecord } from '#server/storage/records.ts';
import { makeSecret } from '#server/storage/secrets.ts';
import { daysBefore } from './demoRecord.ts';
import { DEMO_FAMILIES, type DemoFamily, type PastWeek } from './histories.ts';
import { pastSession } from './pastSession.ts';

const WEEK_MS = 7 * 24 * 3_600_000;
/** Every record of the demo began before its first session. */
const DEMO_BEGAN_DAYS_AGO = 50;
/** A family without a session came recently. Otherwise the time without a session would raise an alert. */
const NEW_FAMILY_DAYS_AGO = 3;

/** An invented clinic. Its telephone number is reserved for fiction. */
const CLINIC = { name: 'Harbor Street Clinic', telephone: '+1 206 555 0142' };

/** Invented people. Their addresses are not deliverable and their passwords are random: they sign in by link only. */
const STAFF = {
  therapist: { name: 'Ragna Dahl', email: 'therapist@demo.example', role: 'therapist' },
  supervisor: { name: 'Imran Quill', email: 'supervisor@demo.example', role: 'supervisor' },
  admin: { name: 'Tess Novak', email: 'admin@demo.example', role: 'admin' },
} as const satisfies Record<string, Omit<NewAccount, 'password'>>;

export type DemoStaff = { readonly therapist: Account; readonly supervisor: Account };

export type DemoPorts = {
  readonly records: Records;
  readonly auth: Pick<Auth, 'makeAccount'>;
  readonly factLog: FactLog;
  readonly familyLog: FamilyLog;
  readonly now: Date;
  /** The time zone of this machine, which the demo clinic uses. */
  readonly serverTimeZone: string;
};

/** The demo's people if the demo clinic is loaded, else undefined. */
export async function findDemoStaff(records: Pick<Records, 'listAccounts'>): Promise<DemoStaff | undefined> {
  const accounts = await records.listAccounts();
  const find = ({ email }: { email: string }) => accounts.find((account) => account.email === email);
  const [therapist, supervisor] = [find(STAFF.therapist), find(STAFF.supervisor)];
  return therapist && supervisor && { therapist, supervisor };
}

/** Fills an empty clinic with invented people, and with families that have come for some weeks. */
export async function loadDemoClinic(ports: DemoPorts): Promise<void> {
  const admin = await makePerson(ports, STAFF.admin);
  const began = daysBefore(ports.now, DEMO_BEGAN_DAYS_AGO);
  await ports.records.writeClinicSettings({ ...CLINIC, timeZone: ports.serverTimeZone }, admin.userId, began);
  await makePerson(ports, STAFF.supervisor);
  const therapist = await makePerson(ports, STAFF.therapist);
  for (const family of DEMO_FAMILIES) await makeFamily(ports, therapist, family);
}

async function makePerson({ auth }: DemoPorts, person: Omit<NewAccount, 'password'>): Promise<Account> {
  const account = await auth.makeAccount({ ...person, password: makeSecret() });
  if (account === undefined) throw new Error(`${person.email} already has an account.`);
  return account;
}

async function makeFamily(ports: DemoPorts, therapist: Account, family: DemoFamily): Promise<void> {
  const { name, childInitials, childBirthMonth, caregiverNames, past, record } = family;
  const by = { id: therapist.userId, name: therapist.name };
  const program = findProgram(family.program ?? DEFAULT_PROGRAM.id);
  if (program === undefined) throw new Error(`The demo's program ${name} is missing.`);
  const began = daysBefore(ports.now, past.length === 0 ? NEW_FAMILY_DAYS_AGO : DEMO_BEGAN_DAYS_AGO);
  const made = await ports.records.makeFamily(
    {
      name,
      childInitials,
      childBirthMonth,
      caregiverNames,
      program: program.id,
      programVersion: program.version,
    },
    by,
    began,
  );
  const pen = {
    caregivers: made.caregivers.map(({ caregiverId }) => caregiverId),
    now: ports.now,
    timeZone: ports.serverTimeZone,
  };
  const inOrder = (record?.(pen) ?? []).toSorted((a, b) => b.daysAgo - a.daysAgo);
  const facts = inOrder.map(({ daysAgo, entry }, index) => {
    return { seq: index + 2, at: daysBefore(ports.now, daysAgo).toISOString(), by, entry };
  });
  await ports.familyLog.append(made.familyId, facts);
  for (const week of past) await makePastSession(ports, therapist, made, week, family);
}

async function makePastSession(
  ports: DemoPorts,
  therapist: Account,
  made: Family,
  week: PastWeek,
  family: DemoFamily,
): Promise<void> {
  const startsAt = new Date(ports.now.getTime() - week.weeksAgo * WEEK_MS);
  const meant = { stage: week.stage ?? family.stage, phase: week.phase ?? family.phase };
  const session = await planSession(ports.records, therapist, made, startsAt, meant);
  const turns = made.caregivers.flatMap((caregiver, index) => {
    const played = week.turns[index];
    return played && meant.phase !== undefined ? [{ caregiver, kind: meant.phase, ...played }] : [];
  });
  await ports.factLog.append(session.sessionId, pastSession(session, turns, week.note));
}

/** A session of the demo's therapist with a family, for a stage of its course. */
export async function planSession(
  records: Pick<Records, 'makeSession'>,
  therapist: Account,
  { familyId, program, programVersion }: Pick<Family, 'familyId' | 'program' | 'programVersion'>,
  startsAt: Date,
  { stage, phase }: { readonly stage?: string | undefined; readonly phase?: string | undefined },
): Promise<SessionRecord> {
  const session = await records.makeSession({
    familyId,
    startsAt,
    lead: therapist.userId,
    madeBy: therapist.userId,
    program,
    programVersion,
    stage: stage ?? null,
    treatmentPhase: phase ?? null,
  });
  if (session === undefined) throw new Error('A family of the demo is missing.');
  return session;
}
