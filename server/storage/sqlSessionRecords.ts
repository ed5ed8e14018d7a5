import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { cleanName } from '#shared/domain/cleanName.ts';
import type { ReviewStanding } from '#shared/protocol/http/reviewLists.ts';
import { Edits, type Caregiver } from '#shared/protocol/facts.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { knownName } from '#shared/protocol/names.ts';
import type { FamilyKey } from '#server/keys/familyKey.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { inSteps } from './inSteps.ts';
import type { Db } from './db.ts';
import type { SessionRecord, SessionRecords } from './sessionRecords.ts';
import { placeOf } from './sealedColumns.ts';
import { caregiversByFamily, caregiversOf, familiesNamed } from './sqlFamilyRecords.ts';
import { hasStanding, inGroup, isBeyond, isNotClosed, isReviewedAfter, selectSessions } from './selectSessions.ts';
import { type SeenBy, tiedFamilies } from './tiedFamilies.ts';

/** How many sessions are on one page. */
const PAGE = 20;

const NO_SESSIONS = { sessions: [], next: null };

export function sqlSessionRecords(db: Db, keys: FamilyKeys): SessionRecords {
  async function findSession(sessionId: SessionId) {
    const row = await selectSessions(db).where('coaching_sessions.session_id', '=', sessionId).executeTakeFirst();
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

  /** The families of a person, or those of them with such a name. */
  async function familiesFor(seenBy: SeenBy, name: string | undefined) {
    if (name === undefined) return tiedFamilies(db, seenBy);
    const named = await familiesNamed(db, keys, seenBy, name);
    return named.length === 0 ? 'none' : named;
  }

  /** One row more than a page was asked for: it tells whether there is a next page. */
  async function pageOf(rows: readonly SessionRow[]) {
    const page = rows.slice(0, PAGE);
    return { sessions: await sessionsOf(page), next: rows.length > PAGE ? (page.at(-1)?.sessionId ?? null) : null };
  }

  return {
    findSession,

    async findSessionsByStartOfId(start) {
      const begins = sql<boolean>`substr(coaching_sessions.session_id, 1, ${start.length}) = ${start}`;
      return sessionsOf(await selectSessions(db).where(begins).limit(2).execute());
    },

    async listSessions(seenBy) {
      const all = selectSessions(db).orderBy('starts_at', 'desc');
      const theirs = seenBy === undefined ? all : all.where('families.family_id', 'in', tiedFamilies(db, seenBy));
      return sessionsOf(await theirs.execute());
    },

    async pageSessions(seenBy, { group, day, family, after }) {
      const families = await familiesFor(seenBy, family);
      if (families === 'none') return NO_SESSIONS;
      const order = group === 'earlier' ? 'desc' : 'asc';
      const rows = await selectSessions(db)
        .where('families.family_id', 'in', families)
        .where(inGroup(group, day))
        .$if(after !== undefined, (query) => query.where(isBeyond(group, after)))
        .orderBy('starts_at', order)
        .orderBy('coaching_sessions.session_id', order)
        .limit(PAGE + 1)
        .execute();
      return pageOf(rows);
    },

    async pageReviews(seenBy, { standing, family, after }) {
      const families = await familiesFor(seenBy, family);
      if (families === 'none') return NO_SESSIONS;
      const [by, order] =
        standing === 'waiting' ? (['closed_at', 'asc'] as const) : (['signed_off_at', 'desc'] as const);
      const rows = await selectSessions(db)
        .innerJoin('session_models', 'session_models.session_id', 'coaching_sessions.session_id')
        .where('families.family_id', 'in', families)
        .where(hasStanding(standing))
        .$if(after !== undefined, (query) => query.where(isReviewedAfter(standing, after)))
        .orderBy(by, order)
        .orderBy('coaching_sessions.session_id', order)
        .limit(PAGE + 1)
        .execute();
      return pageOf(rows);
    },

    async listNotHeld(seenBy, { begins, ends }) {
      const rows = await selectSessions(db)
        .leftJoin('session_models', 'session_models.session_id', 'coaching_sessions.session_id')
        .where('families.family_id', 'in', tiedFamilies(db, seenBy))
        .where('starts_at', '>=', begins.toISOString())
        .where('starts_at', '<', ends.toISOString())
        .where((build) => build.or([build('phase', 'is', null), build('phase', '=', 'preparing')]))
        .orderBy('starts_at', 'desc')
        .limit(PAGE)
        .execute();
      return sessionsOf(rows);
    },

    async listUnplanned(seenBy, { begins, ends }) {
      const inSpan = (query: typeof withPhase) => query.where('starts_at', '>=', begins.toISOString());
      const withPhase = db
        .selectFrom('coaching_sessions')
        .leftJoin('session_models', 'session_models.session_id', 'coaching_sessions.session_id')
        .select('family_id');
      const rows = await db
        .selectFrom('families')
        .select(['family_id as familyId', 'name as sealed'])
        .where('family_id', 'in', tiedFamilies(db, seenBy))
        .where(
          'family_id',
          'in',
          inSpan(withPhase).where('starts_at', '<', ends.toISOString()).where('phase', '=', 'closed'),
        )
        .where('family_id', 'not in', inSpan(withPhase).where(isNotClosed))
        .limit(PAGE)
        .execute();
      const keysOfRows = await keys.ofAll(rows.map(({ familyId }) => familyId));
      return rows
        .flatMap(({ familyId, sealed }) => {
          const key = keysOfRows.get(familyId);
          return key ? [{ familyId, name: knownName(key.openName(placeOf('families.name'), sealed)) }] : [];
        })
        .toSorted((one, other) => one.name.localeCompare(other.name));
    },

    async countReviews(seenBy) {
      const count = async (standing: ReviewStanding) => {
        const counted = await db
          .selectFrom('session_models')
          .innerJoin('coaching_sessions', 'coaching_sessions.session_id', 'session_models.session_id')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('family_id', 'in', tiedFamilies(db, seenBy))
          .where(hasStanding(standing))
          .executeTakeFirstOrThrow();
        return counted.count;
      };
      return { waiting: await count('waiting'), done: await count('done') };
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
