import { PCIT } from '#shared/domain/programmes/pcit.ts';
import type { Account, Family, NewAccount } from '#shared/protocol/http.ts';
import type { Auth } from '#server/auth/auth.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import type { FamilyLog } from '#server/storage/familyLog.ts';
import type { Records, SessionRecord } from '#server/storage/records.ts';
import { makeSecret } from '#server/storage/secrets.ts';
import { DEMO_FAMILIES, type DemoFamily, type PastWeek } from './histories.ts';
import { pastSession } from './pastSession.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

/** Invented people. Their addresses reach nobody, and nobody knows their passwords: they are opened by link alone. */
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
};

/** The demo's people where its clinic is loaded, or undefined. */
export async function findDemoStaff(records: Pick<Records, 'listAccounts'>): Promise<DemoStaff | undefined> {
  const accounts = await records.listAccounts();
  const find = ({ email }: { email: string }) => accounts.find((account) => account.email === email);
  const [therapist, supervisor] = [find(STAFF.therapist), find(STAFF.supervisor)];
  return therapist && supervisor && { therapist, supervisor };
}

/** Fills an empty clinic with invented people and families that have come for some weeks. */
export async function loadDemoClinic(ports: DemoPorts): Promise<void> {
  await makePerson(ports, STAFF.admin);
  await makePerson(ports, STAFF.supervisor);
  const therapist = await makePerson(ports, STAFF.therapist);
  for (const family of DEMO_FAMILIES) await makeFamily(ports, therapist, family);
}

async function makePerson({ auth }: DemoPorts, person: Omit<NewAccount, 'password'>): Promise<Account> {
  const account = await auth.makeAccount({ ...person, password: makeSecret() });
  if (account === undefined) throw new Error(`${person.email} has an account already.`);
  return account;
}

async function makeFamily(ports: DemoPorts, therapist: Account, { past, ...family }: DemoFamily): Promise<void> {
  const by = { id: therapist.userId, name: therapist.name };
  const made = await ports.records.makeFamily(family, by, ports.now);
  for (const week of past) await makePastSession(ports, therapist, made, week);
}

async function makePastSession(ports: DemoPorts, therapist: Account, family: Family, week: PastWeek): Promise<void> {
  const startsAt = new Date(ports.now.getTime() - week.weeksAgo * WEEK_MS);
  const session = await planSession(ports.records, therapist, family, startsAt);
  const turns = family.caregivers.flatMap((caregiver, index) => {
    const played = week.turns[index];
    return played ? [{ caregiver, ...played }] : [];
  });
  await ports.factLog.append(session.sessionId, pastSession(session, turns, week.note));
}

/** A session of the demo's therapist with a family. */
export async function planSession(
  records: Pick<Records, 'makeSession'>,
  therapist: Account,
  { familyId }: Pick<Family, 'familyId'>,
  startsAt: Date,
): Promise<SessionRecord> {
  const session = await records.makeSession({
    familyId,
    startsAt,
    lead: therapist.userId,
    madeBy: therapist.userId,
    programme: PCIT.id,
    programmeVersion: PCIT.version,
  });
  if (session === undefined) throw new Error('The demo has lost a family.');
  return session;
}
