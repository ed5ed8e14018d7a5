import type { FamilyId } from '#shared/protocol/ids.ts';
import { Unreadable } from '#server/keys/seal.ts';
import { unwrapRow } from '#server/storage/sqlFamilyKeys.ts';
import type { ClinicData } from '../openClinicData.ts';

const AT_ONCE = 500;

type Checked = { readonly count: number; readonly unreadable: readonly FamilyId[] };

/** Tries every family's key. Destroyed ones are not counted. Rule KEY2. */
export async function checkKeys({ db, clinicKeys }: Pick<ClinicData, 'db' | 'clinicKeys'>): Promise<Checked> {
  const unreadable: FamilyId[] = [];
  let count = 0;
  for (let from = 0, size = AT_ONCE; size === AT_ONCE; from += AT_ONCE) {
    const rows = await db
      .selectFrom('family_keys')
      .selectAll()
      .where('wrapped_key', 'is not', null)
      .orderBy('family_id')
      .limit(AT_ONCE)
      .offset(from)
      .execute();
    for (const row of rows) {
      if (!opens(() => unwrapRow(clinicKeys, row))) unreadable.push(row.family_id);
    }
    count += rows.length;
    size = rows.length;
  }
  return { count, unreadable };
}

function opens(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}
