import { randomUUID } from 'node:crypto';
import { cleanName } from '#shared/domain/cleanName.ts';
import { Edits, type Caregiver } from '#shared/protocol/facts.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { knownName } from '#shared/protocol/names.ts';
import type { Db } from './openDatabase.ts';
import type { SessionRecord, SessionRecords } from './records.ts';
import { caregiversByFamily } from './sqlFamilyRecords.ts';

export function sqlSessionRecords(db: Db): SessionRecords {
  async function findSession(sessionId: SessionId) {
    const row = await selectSessions(db).where('session_id', '=', sessionId).executeTakeFirst();
    if (row === undefined) return undefined;
    const caregivers = await caregiversByFamily(db, row.familyId);
    return sessionOf(row, caregivers.get(row.familyId) ?? []);
  }

  return {
    findSession,

    async listSessions(lead) {
      const rows = await selectSessions(db)
        .$if(lead !== undefined, (query) => query.where('lead_user_id', '=', lead ?? null))
        .orderBy('starts_at', 'desc')
        .execute();
      const caregivers = await caregiversByFamily(db);
      return rows.map((row) => sessionOf(row, caregivers.get(row.familyId) ?? []));
    },

    async listSessionsOf(familyId) {
      const rows = await selectSessions(db).where('families.family_id', '=', familyId).orderBy('starts_at').execute();
      const caregivers = (await caregiversByFamily(db, familyId)).get(familyId) ?? [];
      return rows.map((row) => sessionOf(row, caregivers));
    },

    async makeSession({ familyId, lead, startsAt, program, programVersion, madeBy, edits, stage, treatmentPhase }) {
      const sessionId = SessionId.parse(randomUUID());
      const family = await db
        .selectFrom('families')
        .select('name')
        .where('family_id', '=', familyId)
        .executeTakeFirst();
      if (family === undefined) return undefined;
      await db
        .insertInto('coaching_sessions')
        .values({
          session_id: sessionId,
          family_id: familyId,
          lead_user_id: lead,
          starts_at: startsAt.toISOString(),
          program,
          program_version: programVersion,
          made_by: madeBy,
          stage: stage ?? null,
          treatment_phase: treatmentPhase ?? null,
          program_edits: edits ? JSON.stringify(edits) : null,
        })
        .execute();
      return findSession(sessionId);
    },
  };
}

function selectSessions(db: Db) {
  return db
    .selectFrom('coaching_sessions')
    .innerJoin('families', 'families.family_id', 'coaching_sessions.family_id')
    .innerJoin('auth_user', 'auth_user.id', 'coaching_sessions.lead_user_id')
    .select([
      'session_id as sessionId',
      'families.family_id as familyId',
      'families.name as familyName',
      'child_initials as childInitials',
      'lead_user_id as lead',
      'auth_user.name as leadName',
      'starts_at as startsAt',
      'coaching_sessions.program',
      'coaching_sessions.program_version as programVersion',
      'program_edits as edits',
      'stage',
      'treatment_phase as treatmentPhase',
    ]);
}

type SessionRow = Omit<SessionRecord, 'caregivers' | 'startsAt' | 'edits'> & {
  readonly startsAt: string;
  readonly edits: string | null;
};

function sessionOf(row: SessionRow, caregivers: readonly Caregiver[]): SessionRecord {
  const edits = row.edits === null ? null : Edits.parse(JSON.parse(row.edits));
  const names = {
    familyName: knownName(row.familyName),
    childInitials: cleanName(row.childInitials),
    leadName: knownName(row.leadName),
  };
  return { ...row, ...names, edits, startsAt: new Date(row.startsAt), caregivers };
}
