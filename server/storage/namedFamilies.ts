import type { FamilyId } from '#shared/protocol/ids.ts';
import { knownName } from '#shared/protocol/names.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { placeOf } from './sealedColumns.ts';

type Unnamed = { readonly familyId: FamilyId; readonly sealedName: Buffer | null };

/** Rows about families with the names of these. Null for a family whose key is gone. */
export async function namedFamilies<R extends Unnamed>(keys: Pick<FamilyKeys, 'ofAll'>, rows: readonly R[]) {
  const known = await keys.ofAll(rows.map(({ familyId }) => familyId));
  return rows.map(({ sealedName, ...row }) => {
    const name = sealedName && known.get(row.familyId)?.openName(placeOf('families.name'), sealedName);
    return { ...row, familyName: name == null ? null : knownName(name) };
  });
}
