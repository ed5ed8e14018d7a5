import { KeptSafetySheet } from '#shared/protocol/safetySheet.ts';
import type { Db } from './openDatabase.ts';
import type { SafetyRecords } from './records.ts';
import type { SafetySheetsTable } from './schema.ts';

export function sqlSafetyRecords(db: Db): SafetyRecords {
  return {
    async findSafetySheet(familyId) {
      const row = await db.selectFrom('safety_sheets').selectAll().where('family_id', '=', familyId).executeTakeFirst();
      return row && keptOf(row);
    },

    async writeSafetySheet(familyId, sheet, by, now) {
      const row = { sheet: JSON.stringify(sheet), changed_by: by, changed_at: now.toISOString() };
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
      return keptOf(written);
    },
  };
}

function keptOf({ sheet, revision, changed_by: changedBy, changed_at: changedAt }: SafetySheetsTable): KeptSafetySheet {
  return { sheet: KeptSafetySheet.shape.sheet.parse(JSON.parse(sheet)), revision, changedBy, changedAt };
}
