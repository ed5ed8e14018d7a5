import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { cleanName } from '#shared/domain/cleanName.ts';
import { Edits, type Caregiver } from '#shared/protocol/facts.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { knownName } from '#shared/protocol/names.ts';
import type { FamilyKey } from '#server/keys/familyKey.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { inSteps } from './inSteps.ts';
import type { Db } from './openDatabase.ts';
import type { SessionRecord, SessionRecords } from './sessionRecords.ts';
import { placeOf } from './sealedColumns.ts';
import { caregiversByFamily, caregiversOf } from './sqlFamilyRecords.ts';
import { tiedFamilies } from './tiedFamilies.ts';

export function sqlSessionRecords(db: Db, keys: FamilyKeys): SessionRecords {
  async function findSession(sessionId: SessionId) {
    const row = await selectSessions(db).where('session_id', '=', sessionId).executeTakeFirst();
    const key = row && (await keys.of(row.familyId));
    return key && sessionOf(row, key, await caregiversOf(db, key));
  }

  async function sessionsOf(rows: readonly SessionRow[]) {
    const keysOfRows = await keys.ofAll(rows.map(({ familyId }) => familyId));
    const caregivers = await caregiversByFamily(db, keysOfRows);
    const sessions = await inSteps(rows, (row) => {
      const key = keysOfRows.get(row.familyId);
      return key && sessionOf(row, key, caregivers.get(row.familyId) ?? []);
    });
    return sessions.filter((session) => session !== undefined);
  }

  return {
    findSession,

    async findSessionsByStartOfId(start) {
      const begins = sql<boolean>`substr(session_id, 1, ${start.length}) = ${start}`;
      return sessionsOf(await selectSessions(db).where(begins).limit(2).execute());
    },

    async listSessions(seenBy) {
      const all = selectSessions(db).orderBy('starts_at', 'desc');
      const theirs = seenBy === undefined ? all : all.where('families.family_id', 'in', tiedFamilies(db, seenBy));
      return sessionsOf(await theirs.execute());
    },

    async listSessionsOf(familyId) {
      const key = await keys.of(familyId);
      if (key === undefined) return [];
      const rows = await selectSessions(db).where('families.family_id', '=', familyId).orderBy('starts_at').execute();
      const caregivers = await caregiversOf(db, key);
      return rows.map((row) => sessionOf(row, key, caregivers));
    },

    async makeSession({ familyId, lead, startsAt, program, programVersion, madeBy, edits, stage, treatmentPhase }) {
      const sessionId = SessionId.parse(randomUUID());
      if ((await keys.of(familyId)) === undefined) return undefined;
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
      'families.name as sealedName',
      'child_initials as sealedInitials',
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

type SessionRow = Omit<SessionRecord, 'caregivers' | 'startsAt' | 'edits' | 'familyName' | 'childInitials'> & {
  readonly startsAt: string;
  readonly edits: string | null;
  readonly sealedName: Buffer;
  readonly sealedInitials: Buffer;
};

function sessionOf(
  { sealedName, sealedInitials, ...row }: SessionRow,
  key: FamilyKey,
  caregivers: readonly Caregiver[],
): SessionRecord {
  const edits = row.edits === null ? null : Edits.parse(JSON.parse(row.edits));
  const names = {
    familyName: knownName(key.openName(placeOf('families.name'), sealedName)),
    childInitials: cleanName(key.openName(placeOf('families.child_initials'), sealedInitials)),
    leadName: knownName(row.leadName),
  };
  return { ...row, ...names, edits, startsAt: new Date(row.startsAt), caregivers };
}
