import { Fact } from '#shared/protocol/facts.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { assertFollows, LogConflict, type FactLog } from './factLog.ts';
import { isConflict } from './isConflict.ts';
import type { Db } from './openDatabase.ts';

/** The fact log in SQL: one row per fact, with the press on the last fact that it wrote. */
export function createSqlFactLog(db: Db): FactLog {
  return {
    async append(sessionId, facts, press) {
      if (facts.length === 0) return;
      const rows = facts.map((fact, index) => ({
        session_id: sessionId,
        seq: fact.seq,
        at: fact.at,
        type: fact.type,
        fact: JSON.stringify(fact),
        press_id: press !== undefined && index === facts.length - 1 ? press : null,
      }));
      try {
        await db.transaction().execute(async (transaction) => {
          assertFollows(await lastSeq(transaction, sessionId), facts);
          await transaction.insertInto('session_facts').values(rows).execute();
        });
      } catch (error) {
        throw isConflict(error) ? new LogConflict('Another writer was faster.', { cause: error }) : error;
      }
    },

    async read(sessionId, afterSeq = 0) {
      const rows = await db
        .selectFrom('session_facts')
        .select('fact')
        .where('session_id', '=', sessionId)
        .where('seq', '>', afterSeq)
        .orderBy('seq')
        .execute();
      return rows.map(({ fact }) => Fact.parse(JSON.parse(fact)));
    },

    async presses(sessionId) {
      const rows = await db
        .selectFrom('session_facts')
        .select(['press_id', 'seq'])
        .where('session_id', '=', sessionId)
        .where('press_id', 'is not', null)
        .execute();
      return new Map(rows.flatMap(({ press_id: press, seq }) => (press === null ? [] : [[press, seq] as const])));
    },
  };
}

async function lastSeq(db: Pick<Db, 'selectFrom'>, sessionId: SessionId): Promise<number> {
  const row = await db
    .selectFrom('session_facts')
    .select('seq')
    .where('session_id', '=', sessionId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
}
