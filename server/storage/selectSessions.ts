import { sql } from 'kysely';
import { isLivePhase, PHASES } from '#shared/domain/phase.ts';
import type { ReviewStanding } from '#shared/protocol/http/reviewLists.ts';
import type { SessionGroup } from '#shared/protocol/http/sessions.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { Db } from './db.ts';
import type { DaySpan } from './sessionRecords.ts';

/** Sessions with the names that go with them, encrypted. */
export function selectSessions(db: Pick<Db, 'selectFrom'>) {
  return db
    .selectFrom('coaching_sessions')
    .innerJoin('families', 'families.family_id', 'coaching_sessions.family_id')
    .innerJoin('auth_user', 'auth_user.id', 'coaching_sessions.lead_user_id')
    .select([
      'coaching_sessions.session_id as sessionId',
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

/** Which sessions are in a group, on the clinic's current day. A live session is today's. */
export function inGroup(group: SessionGroup, { begins, ends }: DaySpan) {
  const isLive = sql`coaching_sessions.session_id in (
    select session_id from session_models where phase in (${sql.join(PHASES.filter(isLivePhase))})
  )`;
  const [from, to] = [begins.toISOString(), ends.toISOString()];
  if (group === 'today') return sql<boolean>`((starts_at >= ${from} and starts_at < ${to}) or ${isLive})`;
  return group === 'coming'
    ? sql<boolean>`(starts_at >= ${to} and not ${isLive})`
    : sql<boolean>`(starts_at < ${from} and not ${isLive})`;
}

/** Which sessions of a group come after one. */
export function isBeyond(group: SessionGroup, after: SessionId | undefined) {
  const last = sql`(select starts_at, session_id from coaching_sessions where session_id = ${after})`;
  return group === 'earlier'
    ? sql<boolean>`(starts_at, coaching_sessions.session_id) < ${last}`
    : sql<boolean>`(starts_at, coaching_sessions.session_id) > ${last}`;
}

/** Which closed sessions wait for a sign-off, or have one. */
export function hasStanding(standing: ReviewStanding) {
  return standing === 'waiting'
    ? sql<boolean>`(phase = 'closed' and signed_off_at is null)`
    : sql<boolean>`signed_off_at is not null`;
}

/** Which closed sessions of a standing come after one. */
export function isReviewedAfter(standing: ReviewStanding, after: SessionId | undefined) {
  const last = (by: string) => sql`(select ${sql.ref(by)}, session_id from session_models where session_id = ${after})`;
  return standing === 'waiting'
    ? sql<boolean>`(closed_at, session_models.session_id) > ${last('closed_at')}`
    : sql<boolean>`(signed_off_at, session_models.session_id) < ${last('signed_off_at')}`;
}

/** Whether a session with its model, if there is one, is still to be held or goes on. */
export const isNotClosed = sql<boolean>`(phase is null or phase <> 'closed')`;
