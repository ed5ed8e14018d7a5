import { Fact } from '#shared/protocol/facts.ts';
import { appendFacts } from './appendFacts.ts';
import type { FactLog } from './factLog.ts';
import type { Db } from './openDatabase.ts';

/** The fact log in SQL: one row per fact, with the press on the last fact that it wrote. */
export function createSqlFactLog(db: Db): FactLog {
  return {
    async append(sessionId, facts, press) {
      const rows = facts.map((fact, index) => ({
        session_id: sessionId,
        seq: fact.seq,
        at: fact.at,
        type: fact.type,
        fact: JSON.stringify(fact),
        press_id: press !== undefined && index === facts.length - 1 ? press : null,
      }));
      await appendFacts(db, facts, {
        lastSeq: (within) =>
          within
            .selectFrom('session_facts')
            .select(({ fn }) => fn.max('seq').as('seq'))
            .where('session_id', '=', sessionId)
            .executeTakeFirst(),
        insert: (within) => within.insertInto('session_facts').values(rows).execute(),
      });
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
