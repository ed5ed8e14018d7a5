import { sql } from 'kysely';
import type { FamilyId } from '#shared/protocol/ids.ts';
import { wrapFamilyKey } from '#server/keys/clinicKey.ts';
import type { ClinicKeys } from '#server/keys/clinicKeys.ts';
import { wipeFormerRows } from './wipeFormerRows.ts';
import type { Db } from './db.ts';
import type { FamilyKeysTable } from './familyTables.ts';
import { tryUnwrapRow } from './sqlFamilyKeys.ts';
import { inTransaction } from './inTransaction.ts';

/** Few enough that a server waits only for moments while they are written. */
const AT_ONCE = 50;

type Rewrapped = {
  readonly count: number;
  /** Families whose key none of the clinic's keys opens. Their rows stay as they are. */
  readonly unreadable: readonly FamilyId[];
};

/**
 * Wraps the keys of all families by the clinic's current key, a few at a time, also while a server runs. It can be
 * interrupted anywhere and called again. `onBatch` is called after each batch.
 */
export async function rewrapFamilyKeys(
  db: Db,
  clinicKeys: ClinicKeys,
  onBatch: (count: number) => void = () => undefined,
): Promise<Rewrapped> {
  const unreadable: FamilyId[] = [];
  let count = 0;
  for (let rows = await selectFormer(db, clinicKeys, ''); rows.length > 0;) {
    const rewrapped = rows.flatMap((row) => {
      const next = rewrap(clinicKeys, row);
      if (next === undefined) unreadable.push(row.family_id);
      return next ?? [];
    });
    await inTransaction(db, async (transaction) => {
      for (const { row, ...set } of rewrapped) {
        await transaction
          .updateTable('family_keys')
          .set(set)
          .where('family_id', '=', row.family_id)
          // Not if its key was destroyed meanwhile.
          .where('wrapped_key', '=', row.wrapped_key)
          .execute();
      }
    });
    count += rewrapped.length;
    onBatch(count);
    rows = await selectFormer(db, clinicKeys, rows.at(-1)?.family_id ?? '');
  }
  return { count, unreadable };
}

function rewrap(clinicKeys: ClinicKeys, row: FamilyKeysTable) {
  const familyKey = tryUnwrapRow(clinicKeys, row);
  if (familyKey === undefined) return undefined;
  const [current] = clinicKeys.all();
  return { row, wrapped_key: wrapFamilyKey(current, row.family_id, familyKey.key), clinic_key_id: current.id };
}

async function selectFormer(db: Db, clinicKeys: ClinicKeys, after: string): Promise<readonly FamilyKeysTable[]> {
  return db
    .selectFrom('family_keys')
    .selectAll()
    .where('clinic_key_id', '!=', clinicKeys.all()[0].id)
    .where(sql<string>`family_id`, '>', after)
    .orderBy('family_id')
    .limit(AT_ONCE)
    .execute();
}

/**
 * Calls `drop`, which removes the clinic's former keys, if no family's key is wrapped by one. Nobody can create a
 * family between the check and the removal: that needs the lock which the transaction holds.
 */
export async function dropFormerKeys(db: Db, clinicKeys: ClinicKeys, drop: () => void): Promise<boolean> {
  const isDone = await inTransaction(db, async (transaction) => {
    const left = await transaction
      .selectFrom('family_keys')
      .select('family_id')
      .where('clinic_key_id', '!=', clinicKeys.all()[0].id)
      .limit(1)
      .execute();
    if (left.length > 0) return false;
    drop();
    return true;
  });
  // The write-ahead log still contains keys wrapped by former ones.
  await wipeFormerRows(db);
  return isDone;
}
