import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { SEALED_COLUMNS } from '#server/storage/sealedColumns.ts';
import { filesContaining } from '#server/storage/testing/filesContaining.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';

/** Every encrypted value of a family and its key, as the database has them. A search for its names would never find any. */
export function storedBytes(dataFolder: string, familyId: FamilyId): readonly Buffer[] {
  const db = new SqliteDatabase(join(dataFolder, 'earshot.sqlite'), { readonly: true });
  const columns = [...SEALED_COLUMNS, { column: 'family_keys.wrapped_key', of: 'family_id' }] as const;
  try {
    return columns.flatMap(({ column, of }) => {
      const [table, name] = column.split('.');
      const ids = of === 'family_id' ? '(?)' : '(select session_id from coaching_sessions where family_id = ?)';
      const values = db.prepare<[FamilyId], Buffer | null>(`select "${name}" from ${table} where ${of} in ${ids}`);
      return values
        .pluck()
        .all(familyId)
        .filter((value) => value !== null);
    });
  } finally {
    db.close();
  }
}

/** The values that are still in a file of the folder. */
export function leftOf(dataFolder: string, stored: readonly Buffer[]): readonly Buffer[] {
  return stored.filter((bytes) => filesContaining(dataFolder, bytes).length > 0);
}
