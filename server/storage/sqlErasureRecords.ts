import { FamilyCounts } from '#shared/protocol/http/erasures.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import { knownName } from '#shared/protocol/names.ts';
import type { ErasureRecords } from './erasureRecords.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { namedFamilies } from './namedFamilies.ts';
import type { Db } from './db.ts';
import { inTransaction } from './inTransaction.ts';

const PAGE = 50;
/** More legal holds than any clinic has at once. */
const MOST_HOLDS = 1_000;

export function sqlErasureRecords(db: Db, keys: FamilyKeys): ErasureRecords {
  const exists = async (familyId: FamilyId) => (await keys.of(familyId)) !== undefined;

  return {
    async askErasure(familyId, { reason, by, now }) {
      if (!(await exists(familyId))) return false;
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('erasures')
        .values({ family_id: familyId, reason, asked_by: by, asked_at: now.toISOString() })
        .onConflict((conflict) => conflict.column('family_id').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    async withdrawErasure(familyId) {
      const { numDeletedRows } = await db
        .deleteFrom('erasures')
        .where('family_id', '=', familyId)
        .where('begun_at', 'is', null)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },

    async findErasureRequest(familyId) {
      const row = await db
        .selectFrom('erasures')
        .leftJoin('auth_user', 'auth_user.id', 'asked_by')
        .select(['reason', 'asked_at as askedAt', 'auth_user.name as askedBy'])
        .where('family_id', '=', familyId)
        .where('begun_at', 'is', null)
        .executeTakeFirst();
      return row && { ...row, askedBy: nameOrNone(row.askedBy) };
    },

    async listErasures({ show, before }) {
      const rows = await selectErasures(db)
        .where('finished_at', show === 'erased' ? 'is not' : 'is', null)
        .$if(before !== undefined, (query) => query.where('erasures.place', '<', before ?? null))
        .orderBy('erasures.place', 'desc')
        .limit(PAGE + 1)
        .execute();
      const page = await namedFamilies(keys, rows.slice(0, PAGE));
      const lines = [];
      for (const { counts, askedBy, confirmedBy, confirmer, ...line } of page) {
        const known = counts === null ? await countFamily(db, line.familyId) : FamilyCounts.parse(JSON.parse(counts));
        const people = { askedBy: nameOrNone(askedBy), confirmedBy: nameOrNone(confirmedBy) };
        lines.push({ ...line, ...people, isByRule: line.begunAt !== null && confirmer === null, counts: known });
      }
      return { lines, next: rows.length > PAGE ? (page.at(-1)?.place ?? null) : null };
    },

    countFamily: (familyId) => countFamily(db, familyId),

    async findHold(familyId) {
      const row = await selectHolds(db).where('legal_holds.family_id', '=', familyId).executeTakeFirst();
      return row && { reason: row.reason, setAt: row.setAt, setBy: nameOrNone(row.setBy) };
    },

    async setHold(familyId, { reason, by, now }) {
      if (!(await exists(familyId))) return false;
      return inTransaction(db, async (transaction) => {
        if (await isHeld(transaction, familyId)) return false;
        const row = { family_id: familyId, reason, set_by: by, set_at: now.toISOString() };
        await transaction.insertInto('legal_holds').values(row).execute();
        return true;
      });
    },

    async liftHold(familyId, { reason, by, now }) {
      const { numUpdatedRows } = await db
        .updateTable('legal_holds')
        .set({ lifted_by: by, lifted_at: now.toISOString(), end_reason: reason })
        .where('family_id', '=', familyId)
        .where('lifted_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async listHolds() {
      const rows = await selectHolds(db).orderBy('legal_holds.place', 'desc').limit(MOST_HOLDS).execute();
      const holds = await namedFamilies(keys, rows);
      return holds.flatMap(({ familyName, setBy, ...hold }) =>
        familyName === null ? [] : [{ ...hold, familyName, setBy: nameOrNone(setBy) }],
      );
    },
  };
}

const nameOrNone = (name: string | null) => (name === null ? null : knownName(name));

function selectErasures(db: Db) {
  return db
    .selectFrom('erasures')
    .leftJoin('families', 'families.family_id', 'erasures.family_id')
    .leftJoin('auth_user as asker', 'asker.id', 'asked_by')
    .leftJoin('auth_user as admin', 'admin.id', 'confirmed_by')
    .select(['erasures.place', 'erasures.family_id as familyId', 'families.name as sealedName', 'reason', 'counts'])
    .select(['asked_at as askedAt', 'begun_at as begunAt', 'finished_at as finishedAt'])
    .select(['asker.name as askedBy', 'admin.name as confirmedBy', 'confirmed_by as confirmer']);
}

function selectHolds(db: Db) {
  return db
    .selectFrom('legal_holds')
    .leftJoin('families', 'families.family_id', 'legal_holds.family_id')
    .leftJoin('auth_user', 'auth_user.id', 'set_by')
    .select(['legal_holds.family_id as familyId', 'families.name as sealedName'])
    .select(['reason', 'set_at as setAt', 'auth_user.name as setBy'])
    .where('lifted_at', 'is', null);
}

/** Whether a legal hold is set. Rule ERA4. */
export async function isHeld(db: Pick<Db, 'selectFrom'>, familyId: FamilyId): Promise<boolean> {
  const query = db.selectFrom('legal_holds').select('place');
  const row = await query.where('family_id', '=', familyId).where('lifted_at', 'is', null).executeTakeFirst();
  return row !== undefined;
}

/** How much there is of a family. */
export async function countFamily(db: Pick<Db, 'selectFrom'>, familyId: FamilyId): Promise<FamilyCounts> {
  const sessions = db.selectFrom('coaching_sessions').where('family_id', '=', familyId);
  const ids = sessions.select('session_id');
  const counted = await Promise.all([
    sessions.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    db
      .selectFrom('session_facts')
      .where('session_id', 'in', ids)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('family_facts')
      .where('family_id', '=', familyId)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('recordings')
      .where('session_id', 'in', ids)
      .where('wrapped_key', 'is not', null)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  const [ofSessions, facts, entries, recordings] = counted.map(({ count }) => count);
  return { sessions: ofSessions ?? 0, facts: facts ?? 0, entries: entries ?? 0, recordings: recordings ?? 0 };
}
