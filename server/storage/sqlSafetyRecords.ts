import { KeptSafetySheet } from '#shared/protocol/safetySheet.ts';
import type { FamilyKey } from '#server/keys/familyKey.ts';
import type { FamilyKeys } from './familyKeys.ts';
import type { Db } from './db.ts';
import type { SafetyRecords } from './safetyRecords.ts';
import type { SafetySheetsTable } from './familyTables.ts';
import { placeOf } from './sealedColumns.ts';

export function sqlSafetyRecords(db: Db, keys: FamilyKeys): SafetyRecords {
  return {
    async findSafetySheet(familyId) {
      const key = await keys.of(familyId);
      const row = await db.selectFrom('safety_sheets').selectAll().where('family_id', '=', familyId).executeTakeFirst();
      return row && key && keptOf(row, key);
    },

    async writeSafetySheet(familyId, sheet, by, now) {
      const key = await keys.of(familyId);
      if (key === undefined) throw new Error('This family is not known.');
      const row = {
        sheet: key.seal(placeOf('safety_sheets.sheet'), JSON.stringify(sheet)),
        changed_by: key.seal(placeOf('safety_sheets.changed_by'), by),
        changed_at: now.toISOString(),
      };
      const written = await db
        .insertInto('safety_sheets')
        .values({ family_id: familyId, revision: 1, ...row })
        .onConflict((conflict) =>
          conflict
            .column('family_id')
            .doUpdateSet((eb) => ({ ...row, revision: eb('safety_sheets.revision', '+', 1) })),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
      return keptOf(written, key);
    },
  };
}

function keptOf({ revision, changed_at: changedAt, ...row }: SafetySheetsTable, key: FamilyKey): KeptSafetySheet {
  const sheet: unknown = JSON.parse(key.openText(placeOf('safety_sheets.sheet'), row.sheet));
  const changedBy = key.openText(placeOf('safety_sheets.changed_by'), row.changed_by);
  return { sheet: KeptSafetySheet.shape.sheet.parse(sheet), revision, changedBy, changedAt };
}
