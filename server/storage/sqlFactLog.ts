import { Fact } from '#shared/protocol/facts.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { sessionModel } from '#shared/session/model/sessionModel.ts';
import type { FamilyKey } from '#server/keys/familyKey.ts';
import { appendFacts } from './appendFacts.ts';
import type { FactLog } from './factLog.ts';
import { keepPages, readPages, readState } from './factPages.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { inSteps } from './inSteps.ts';
import type { Db } from './db.ts';
import { placeOf } from './sealedColumns.ts';
import { assertHeld } from './sqlLeases.ts';
import { writeModel } from './sqlSessionModels.ts';

/** A statement of SQLite takes at most 32,766 values, and one of PostgreSQL 65,535. */
const ROWS_AT_ONCE = 1_000;

/** The fact log in SQL: one row per fact, with the press on the last fact that it wrote. Facts are encrypted. */
export function createSqlFactLog(db: Db, keys: FamilyKeys): FactLog {
  return {
    async append(sessionId, facts, { press, after, lease } = {}) {
      const key = await keys.ofSession(sessionId);
      if (key === undefined) throw new Error('This session belongs to no family that is known.');
      const rows = facts.map((fact, index) => ({
        session_id: sessionId,
        seq: fact.seq,
        at: fact.at,
        type: fact.type,
        fact: key.seal(placeOf('session_facts.fact', sessionId, fact.seq), JSON.stringify(fact)),
        press_id: press !== undefined && index === facts.length - 1 ? press : null,
      }));
      await appendFacts(db, facts, {
        async lastSeq(within) {
          // First: where another node has the session, its facts are no conflict.
          if (lease !== undefined) await assertHeld(within, lease);
          return within
            .selectFrom('session_facts')
            .select(({ fn }) => fn.max('seq').as('seq'))
            .where('session_id', '=', sessionId)
            .executeTakeFirst();
        },
        async insert(within) {
          for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
            await within
              .insertInto('session_facts')
              .values(rows.slice(from, from + ROWS_AT_ONCE))
              .execute();
          }
          const state = after ?? foldFacts(await readFacts(within, key, sessionId));
          await writeModel(within, key, sessionId, sessionModel(sessionId, state));
        },
      });
    },

    async read(sessionId, afterSeq = 0) {
      const key = await keys.ofSession(sessionId);
      if (key === undefined) return [];
      const paged = afterSeq === 0 ? await readPages(db, key, sessionId) : [];
      const rest = await readFacts(db, key, sessionId, afterSeq + paged.length);
      return paged.length === 0 ? rest : [...paged, ...rest];
    },

    async state(sessionId) {
      const key = await keys.ofSession(sessionId);
      return key && readState(db, key, sessionId);
    },

    async keepState(sessionId, facts, state) {
      const key = await keys.ofSession(sessionId);
      if (key !== undefined) await keepPages(db, key, sessionId, { facts, state });
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

/** The facts of a session after a seq, in order. */
export async function readFacts(
  db: Pick<Db, 'selectFrom'>,
  key: FamilyKey,
  sessionId: SessionId,
  afterSeq = 0,
): Promise<readonly Fact[]> {
  const rows = await db
    .selectFrom('session_facts')
    .select(['seq', 'fact'])
    .where('session_id', '=', sessionId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .execute();
  return inSteps(rows, ({ seq, fact }) => {
    return Fact.parse(JSON.parse(key.openText(placeOf('session_facts.fact', sessionId, seq), fact)));
  });
}
