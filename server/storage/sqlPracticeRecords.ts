import { sql, type Selectable } from 'kysely';
import { SubmittedCodes, OpenAttempt, PracticeAttempt, PracticeScore } from '#shared/protocol/practice.ts';
import type { Db } from './db.ts';
import type { KeptAttempt, PracticeRecords } from './practiceRecords.ts';
import type { PracticeAttemptsTable, PracticeOpeningsTable } from './schema.ts';
import { supervisedPeople } from './tiedFamilies.ts';
import { inTransaction } from './inTransaction.ts';

/** How many attempts are on one page. */
const PAGE = 50;

export function sqlPracticeRecords(db: Db): PracticeRecords {
  /** Attempts, each with whether its coder submitted one for the same clip before. */
  const attempts = () =>
    db
      .selectFrom('practice_attempts')
      .selectAll()
      .select((build) =>
        build
          .exists(
            build
              .selectFrom('practice_attempts as earlier')
              .select(sql<number>`1`.as('one'))
              .whereRef('earlier.user_id', '=', 'practice_attempts.user_id')
              .whereRef('earlier.clip_id', '=', 'practice_attempts.clip_id')
              .whereRef('earlier.place', '<', 'practice_attempts.place'),
          )
          .as('knew_key'),
      );

  const findAttempt: PracticeRecords['findAttempt'] = async (attemptId, by) => {
    const row = await attempts().where('attempt_id', '=', attemptId).where('user_id', '=', by).executeTakeFirst();
    return row && keptOf(row);
  };

  const findOpenAttempt: PracticeRecords['findOpenAttempt'] = async (attemptId, by) => {
    const row = await db
      .selectFrom('practice_openings')
      .selectAll()
      .where('attempt_id', '=', attemptId)
      .where('user_id', '=', by)
      .executeTakeFirst();
    return row && openOf(row);
  };

  return {
    findAttempt,
    findOpenAttempt,

    async openAttempt({ attemptId, clipId, openedAt }, by, forgetBefore) {
      await db.deleteFrom('practice_openings').where('opened_at', '<', forgetBefore.toISOString()).execute();
      const submitted = await db
        .selectFrom('practice_attempts')
        .select('place')
        .where('attempt_id', '=', attemptId)
        .executeTakeFirst();
      if (submitted !== undefined) return undefined;
      await db
        .insertInto('practice_openings')
        .values({ attempt_id: attemptId, user_id: by, clip_id: clipId, opened_at: openedAt })
        .onConflict((conflict) => conflict.column('attempt_id').doNothing())
        .execute();
      return findOpenAttempt(attemptId, by);
    },

    async keepAttempt({ attemptId, clipId, codedAt, score, openedAt, watched, ...attempt }, given, by) {
      await inTransaction(db, async (transaction) => {
        await transaction
          .insertInto('practice_attempts')
          .values({
            attempt_id: attemptId,
            user_id: by,
            clip_id: clipId,
            program: attempt.program,
            program_version: attempt.programVersion,
            treatment_phase: attempt.treatmentPhase,
            coded_at: codedAt,
            given: JSON.stringify(given),
            score: JSON.stringify(score),
            opened_at: openedAt,
            watched,
          })
          .onConflict((conflict) => conflict.column('attempt_id').doNothing())
          .execute();
        await transaction
          .deleteFrom('practice_openings')
          .where('attempt_id', '=', attemptId)
          .where('user_id', '=', by)
          .execute();
      });
      return findAttempt(attemptId, by);
    },

    async listAttempts(by, before = Number.MAX_SAFE_INTEGER) {
      const rows = await attempts()
        .where('user_id', '=', by)
        .where('place', '<', before)
        .orderBy('place', 'desc')
        .limit(PAGE + 1)
        .execute();
      const page = rows.slice(0, PAGE);
      return {
        attempts: page.map((row) => keptOf(row).attempt),
        next: rows.length > PAGE ? (page.at(-1)?.place ?? null) : null,
      };
    },

    listPracticeCoders: (supervisor) =>
      db
        .selectFrom('practice_attempts')
        .innerJoin('auth_user', 'auth_user.id', 'practice_attempts.user_id')
        .select(({ fn }) => ['auth_user.id as userId', 'auth_user.name', fn.countAll<number>().as('attempts')])
        .where((build) =>
          build.or([
            build('auth_user.id', '=', supervisor),
            build('auth_user.id', 'in', supervisedPeople(db, supervisor)),
          ]),
        )
        .groupBy(['auth_user.id', 'auth_user.name'])
        .orderBy('auth_user.name')
        .execute(),
  };
}

function openOf({ attempt_id, clip_id, opened_at }: Selectable<PracticeOpeningsTable>): OpenAttempt {
  return OpenAttempt.parse({ attemptId: attempt_id, clipId: clip_id, openedAt: opened_at });
}

function keptOf(row: Selectable<PracticeAttemptsTable> & { readonly knew_key: unknown }): KeptAttempt {
  const attempt = PracticeAttempt.parse({
    attemptId: row.attempt_id,
    clipId: row.clip_id,
    program: row.program,
    programVersion: row.program_version,
    treatmentPhase: row.treatment_phase,
    codedAt: row.coded_at,
    watched: row.watched ?? 'unknown',
    knewKey: Boolean(row.knew_key),
    score: PracticeScore.parse(JSON.parse(row.score)),
  });
  return { attempt, given: SubmittedCodes.shape.given.parse(JSON.parse(row.given)) };
}
