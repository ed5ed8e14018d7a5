import type { Selectable } from 'kysely';
import { PracticeAttempt, PracticeScore } from '#shared/protocol/practice.ts';
import type { Db } from './openDatabase.ts';
import type { PracticeRecords } from './records.ts';
import type { PracticeAttemptsTable } from './schema.ts';

/** How many attempts one page has. */
const PAGE = 50;

export function sqlPracticeRecords(db: Db): PracticeRecords {
  return {
    async keepAttempt({ attemptId, clipId, codedAt, score, ...attempt }, given, by) {
      await db
        .insertInto('practice_attempts')
        .values({
          attempt_id: attemptId,
          user_id: by,
          clip_id: clipId,
          programme: attempt.programme,
          programme_version: attempt.programmeVersion,
          treatment_phase: attempt.treatmentPhase,
          coded_at: codedAt,
          given: JSON.stringify(given),
          score: JSON.stringify(score),
        })
        .onConflict((conflict) => conflict.column('attempt_id').doNothing())
        .execute();
      const kept = await db
        .selectFrom('practice_attempts')
        .selectAll()
        .where('attempt_id', '=', attemptId)
        .where('user_id', '=', by)
        .executeTakeFirst();
      return kept && attemptOf(kept);
    },

    async listAttempts(by, before = Number.MAX_SAFE_INTEGER) {
      const rows = await db
        .selectFrom('practice_attempts')
        .selectAll()
        .where('user_id', '=', by)
        .where('place', '<', before)
        .orderBy('place', 'desc')
        .limit(PAGE + 1)
        .execute();
      const page = rows.slice(0, PAGE);
      return { attempts: page.map(attemptOf), next: rows.length > PAGE ? (page.at(-1)?.place ?? null) : null };
    },

    listPracticeCoders: () =>
      db
        .selectFrom('practice_attempts')
        .innerJoin('auth_user', 'auth_user.id', 'practice_attempts.user_id')
        .select(({ fn }) => ['auth_user.id as userId', 'auth_user.name', fn.countAll<number>().as('attempts')])
        .groupBy(['auth_user.id', 'auth_user.name'])
        .orderBy('auth_user.name')
        .execute(),
  };
}

function attemptOf(row: Selectable<PracticeAttemptsTable>): PracticeAttempt {
  return PracticeAttempt.parse({
    attemptId: row.attempt_id,
    clipId: row.clip_id,
    programme: row.programme,
    programmeVersion: row.programme_version,
    treatmentPhase: row.treatment_phase,
    codedAt: row.coded_at,
    score: PracticeScore.parse(JSON.parse(row.score)),
  });
}
