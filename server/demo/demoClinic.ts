import { DEFAULT_PROGRAM, findProgram } from '#shared/domain/programs/findProgram.ts';
import type { Account, NewAccount } from '#shared/protocol/http/people.ts';
import type { Family } from '#shared/protocol/http/families.ts';
import type { Auth } from '#server/auth/auth.ts';
import type { RecordingStore } from '#server/recording/recordingStore.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import type { FamilyLog } from '#server/storage/familyLog.ts';
import type { Records } from '#server/storage/records.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { daysBefore, sessionStart } from './demoRecord.ts';
import { keepFilm, readFilm } from './demoFilm.ts';
import { DEMO_FAMILIES, type DemoFamily, type PastWeek } from './histories.ts';
import { pastSession, type Turn } from './pastSession.ts';

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

/** Colleagues, whom nobody signs in as: a trainee of the same team, and the people of another site. */
const COLLEAGUES = {
  trainee: { name: 'Yara Lund', email: 'trainee@demo.example', role: 'therapist' },
  elsewhere: { name: 'Nils Aubert', email: 'south-pier@demo.example', role: 'therapist' },
  otherSupervisor: { name: 'Dana Okafor', email: 'south-pier-lead@demo.example', role: 'supervisor' },
} as const satisfies Record<string, Omit<NewAccount, 'password'>>;

export type DemoStaff = Readonly<Record<keyof typeof STAFF, Account>>;

type Coders = Pick<DemoStaff, 'therapist' | 'supervisor'>;

export type DemoPorts = {
  readonly records: Records;
  readonly auth: Pick<Auth, 'makeAccount'>;
  readonly factLog: FactLog;
  readonly familyLog: FamilyLog;
  readonly recordings: Pick<RecordingStore, 'begin'>;
  readonly now: Date;
  readonly serverTimeZone: string;
};

/** The demo's people if the demo clinic is loaded, else undefined. */
export async function findDemoStaff(records: Pick<Records, 'listAccounts'>): Promise<DemoStaff | undefined> {
  const accounts = await records.listAccounts();
  const find = ({ email }: { email: string }) => accounts.find((account) => account.email === email);
  const [therapist, supervisor, admin] = [find(STAFF.therapist), find(STAFF.supervisor), find(STAFF.admin)];
  return therapist && supervisor && admin && { therapist, supervisor, admin };
}

/** Fills an empty clinic with invented people, and with families that have come for some weeks. */
export async function loadDemoClinic(ports: DemoPorts): Promise<void> {
  const admin = await makePerson(ports, STAFF.admin);
  const began = daysBefore(ports.now, DEMO_BEGAN_DAYS_AGO);
  await ports.records.writeClinicSettings({ ...CLINIC, timeZone: ports.serverTimeZone }, admin.userId, began);
  const supervisor = await makePerson(ports, STAFF.supervisor);
  const therapist = await makePerson(ports, STAFF.therapist);
  const [trainee, elsewhere] = [
    await makePerson(ports, COLLEAGUES.trainee),
    await makePerson(ports, COLLEAGUES.elsewhere),
  ];
  const otherSupervisor = await makePerson(ports, COLLEAGUES.otherSupervisor);
  await makeTeam(ports, 'Harbor Street', [therapist, trainee], supervisor);
  await makeTeam(ports, 'South Pier', [elsewhere], otherSupervisor);
  const colleagues = { trainee, elsewhere };
  for (const family of DEMO_FAMILIES) {
    const own = family.therapist === undefined ? therapist : colleagues[family.therapist];
    await makeFamily(ports, { therapist: own, supervisor }, family);
  }
}

async function makeTeam(
  { records, now }: DemoPorts,
  name: string,
  members: readonly Account[],
  lead: Account,
): Promise<void> {
  const { teamId } = await records.makeTeam(name, now);
  const people = [
    ...members.map(({ userId }) => ({ userId, part: 'member' as const })),
    { ...lead, part: 'lead' as const },
  ];
  for (const { userId, part } of people) await records.changeTeam(teamId, { what: 'add', userId, part }, now);
}

async function makePerson({ auth }: DemoPorts, person: Omit<NewAccount, 'password'>): Promise<Account> {
  const account = await auth.makeAccount(person);
  if (account === undefined) throw new Error(`${person.email} already has an account.`);
  return account;
}

async function makeFamily(ports: DemoPorts, staff: Coders, family: DemoFamily): Promise<void> {
  const { name, childInitials, childBirthMonth, caregiverNames, past, record } = family;
  const by = { id: staff.therapist.userId, name: staff.therapist.name };
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
      therapist: by.id,
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
  for (const week of past) await makePastSession(ports, staff, made, week, family);
}

async function makePastSession(
  ports: DemoPorts,
  staff: Coders,
  made: Family,
  week: PastWeek,
  family: DemoFamily,
): Promise<void> {
  const startsAt = sessionStart({ now: ports.now, timeZone: ports.serverTimeZone }, week.weeksAgo, family.at);
  const meant = { stage: week.stage ?? family.stage, phase: week.phase ?? family.phase };
  const session = await planSession(ports.records, staff.therapist, made, startsAt, meant);
  const turns: Turn[] = [];
  for (const [index, played] of week.turns.entries()) {
    const caregiver = made.caregivers[index];
    if (caregiver === undefined || meant.phase === undefined) continue;
    const film = played.film === undefined ? undefined : await readFilm(played.film);
    turns.push({ caregiver, kind: meant.phase, ...played, film });
  }
  const facts = pastSession(session, turns, week, staff.supervisor);
  await ports.factLog.append(session.sessionId, facts);
  for (const { film } of turns) if (film) await keepFilm(ports.recordings, session.sessionId, facts, film);
}

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
