import { sql } from 'kysely';
import type { FamilyId } from '#shared/protocol/ids.ts';
import type { Db } from '#server/storage/db.ts';
import { tryUnwrapRow } from '#server/storage/sqlFamilyKeys.ts';
import type { ClinicData } from '../openClinicData.ts';

const AT_ONCE = 500;

type Checked = { readonly count: number; readonly unreadable: readonly FamilyId[] };

/** Tries every family's key. Destroyed ones are not counted. Rule KEY2. */
export async function checkKeys({ db, clinicKeys }: Pick<ClinicData, 'db' | 'clinicKeys'>): Promise<Checked> {
  const unreadable: FamilyId[] = [];
  let count = 0;
  for (let rows = await selectKeys(db, ''); rows.length > 0;) {
    for (const row of rows) {
      if (tryUnwrapRow(clinicKeys, row) === undefined) unreadable.push(row.family_id);
    }
    count += rows.length;
    rows = await selectKeys(db, rows.at(-1)?.family_id ?? '');
  }
  return { count, unreadable };
}

async function selectKeys(db: Db, after: string) {
  return db
    .selectFrom('family_keys')
    .selectAll()
    .where('wrapped_key', 'is not', null)
    .where(sql<string>`family_id`, '>', after)
    .orderBy('family_id')
    .limit(AT_ONCE)
    .execute();
}
