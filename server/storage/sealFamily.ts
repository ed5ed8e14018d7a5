import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import type { FamilyKey } from '#server/keys/familyKey.ts';
import type { FamilyKeys } from './familyKeys.ts';
import type { Db } from './db.ts';
import type { Tables } from './schema.ts';
import { placeOf, SEALED_COLUMNS, SEALED_TO } from './sealedColumns.ts';
import { inTransaction } from './inTransaction.ts';

type Ports = { readonly familyKeys: FamilyKeys; readonly now: () => Date };

/** How many rows are in memory at once. */
const AT_ONCE = 500;

/** A row with a plain value: its number in its table, the value, and what tells it from other rows. */
const PlainRow = z.object({ rowid: z.number(), plain: z.string() }).catchall(z.union([z.string(), z.number()]));

/** Encrypts everything about a family that is plain text, and makes the family's key if it has none: all or nothing. */
export async function sealFamily(db: Db, familyId: FamilyId, { familyKeys, now }: Ports): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const isNew = !(await hasKeyRow(transaction, familyId));
    const key = isNew ? familyKeys.make(familyId) : await familyKeys.of(familyId, transaction);
    if (key !== undefined) {
      await sealRows(transaction, key);
      if (isNew) await familyKeys.keep(key, transaction, now());
    }
    await transaction
      .updateTable('family_keys')
      .set({ sealed_to: SEALED_TO })
      .where('family_id', '=', familyId)
      .execute();
  });
}

async function hasKeyRow(db: Pick<Db, 'selectFrom'>, familyId: FamilyId): Promise<boolean> {
  const rows = await db.selectFrom('family_keys').select('family_id').where('family_id', '=', familyId).execute();
  return rows.length > 0;
}

async function sealRows(transaction: Transaction<Tables>, key: FamilyKey) {
  const rows = await transaction
    .selectFrom('coaching_sessions')
    .select('session_id as sessionId')
    .where('family_id', '=', key.familyId)
    .execute();
  const owners = { family_id: [key.familyId], session_id: rows.map(({ sessionId }) => sessionId) };
  for (const sealed of SEALED_COLUMNS) {
    for (const owner of owners[sealed.of]) await sealColumn(transaction, key, sealed, owner);
  }
}

/** Encrypts one column of the rows that belong to the family or session. */
async function sealColumn(
  transaction: Transaction<Tables>,
  key: FamilyKey,
  { column, of, row: ids }: (typeof SEALED_COLUMNS)[number],
  owner: FamilyId | SessionId,
) {
  const [table = '', name = ''] = column.split('.');
  const [from, value] = [sql.table(table), sql.ref(name)];
  const selected = sql.join([sql`rowid`, sql`${value} as plain`, ...ids.map((id) => sql.ref(id))]);
  let count = AT_ONCE;
  for (let last = -1; count === AT_ONCE;) {
    const { rows } = await sql`
      select ${selected} from ${from}
      where ${sql.ref(of)} = ${owner} and typeof(${value}) = 'text' and rowid > ${last}
      order by rowid limit ${AT_ONCE}
    `.execute(transaction);
    for (const { rowid, plain, ...row } of rows.map((each) => PlainRow.parse(each))) {
      const bytes = key.seal(placeOf(column, ...ids.map((id) => row[id] ?? '')), plain);
      await sql`update ${from} set ${value} = ${bytes} where rowid = ${rowid}`.execute(transaction);
      last = rowid;
    }
    count = rows.length;
  }
}
