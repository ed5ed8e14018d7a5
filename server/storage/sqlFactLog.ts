import { Fact } from '#shared/protocol/facts.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { assertFollows, LogConflict, type FactLog, type OutboxMark } from './factLog.ts';
import { isConflict } from './isConflict.ts';
import type { Db } from './openDatabase.ts';

/** The fact log in SQL: one row a fact, the outbox position on the last fact that a command wrote. */
export function createSqlFactLog(db: Db): FactLog {
  return {
    async append(sessionId, facts, outbox) {
      if (facts.length === 0) return;
      const rows = facts.map((fact, index) => ({
        session_id: sessionId,
        seq: fact.seq,
        at: fact.at,
        type: fact.type,
        fact: JSON.stringify(fact),
        client_id: outbox && index === facts.length - 1 ? outbox.clientId : null,
        client_seq: outbox && index === facts.length - 1 ? outbox.clientSeq : null,
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

    async outboxPositions(sessionId) {
      const rows = await db
        .selectFrom('session_facts')
        .select(['client_id', 'client_seq', 'seq'])
        .where('session_id', '=', sessionId)
        .where('client_id', 'is not', null)
        .orderBy('client_seq')
        .execute();
      const marks = new Map<NonNullable<(typeof rows)[number]['client_id']>, OutboxMark>();
      for (const { client_id: clientId, client_seq: clientSeq, seq } of rows) {
        if (clientId !== null && clientSeq !== null) marks.set(clientId, { clientSeq, seq });
      }
      return marks;
    },

    async findWritten(sessionId, { clientId, clientSeq }) {
      const row = await db
        .selectFrom('session_facts')
        .select('seq')
        .where('session_id', '=', sessionId)
        .where('client_id', '=', clientId)
        .where('client_seq', '=', clientSeq)
        .executeTakeFirst();
      return row?.seq;
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
