import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Role } from '#shared/domain/people.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import type { NewFamily } from '#shared/protocol/http/families.ts';
import { ParticipantId, TeamId } from '#shared/protocol/ids.ts';
import type { Db } from '../db.ts';
import type { Records } from '../records.ts';
import type { SessionPlan, SessionRecord } from '../sessionRecords.ts';

/** A member of staff without a password, in the team of the clinic. */
export async function anAccount(db: Db, role: Role = 'therapist', name = 'Ida Berg'): Promise<Account> {
  const account = await anAccountWithoutTeam(db, role, name);
  await joinClinicTeam(db, account.userId, role);
  return account;
}

/** For a database from before there were teams. */
export async function anAccountWithoutTeam(db: Db, role: Role = 'therapist', name = 'Ida Berg'): Promise<Account> {
  const userId = ParticipantId.parse(randomUUID());
  const email = `${userId}@clinic.example`;
  const now = new Date().toISOString();
  await sql`
    insert into auth_user (id, name, email, "emailVerified", role, "createdAt", "updatedAt")
    values (${userId}, ${name}, ${email}, 0, ${role}, ${now}, ${now})
  `.execute(db);
  return { userId, name, email, role };
}

const CLINIC_TEAM = TeamId.parse('00000000-0000-4000-8000-00000000c11c');

/** Every test clinic has one team: its therapists, led by its supervisors. */
async function joinClinicTeam(db: Db, userId: ParticipantId, role: Role): Promise<void> {
  if (role === 'admin' || role === 'caregiver') return;
  const team = { team_id: CLINIC_TEAM, name: 'Clinic', made_at: '2026-01-01T00:00:00.000Z' };
  await db
    .insertInto('teams')
    .values(team)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const part = role === 'supervisor' ? 'lead' : 'member';
  await db.insertInto('team_people').values({ team_id: CLINIC_TEAM, user_id: userId, part }).execute();
}

/** A session that an account leads for a new family. */
export async function aSession(
  records: Records,
  lead: Account,
  plan: Partial<SessionPlan> & Partial<NewFamily> = {},
): Promise<SessionRecord> {
  const startsAt = plan.startsAt ?? new Date('2026-03-02T09:00:00Z');
  const { name = 'Lark family', childInitials = 'T.', caregiverNames = ['Nora Lark'] } = plan;
  const { familyId } = await records.makeFamily(
    { name, childInitials, caregiverNames, therapist: lead.userId },
    { id: lead.userId, name: lead.name },
    startsAt,
  );
  const session = await records.makeSession({
    familyId,
    lead: lead.userId,
    madeBy: lead.userId,
    startsAt,
    program: PCIT.id,
    programVersion: PCIT.version,
    ...plan,
  });
  if (session === undefined) throw new Error('There is no such family.');
  return session;
}
