import { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import { assertFollows, LogConflict } from './factLog.ts';
import type { FamilyLog } from './familyLog.ts';
import { isConflict } from './isConflict.ts';
import type { Db } from './openDatabase.ts';

export function createSqlFamilyLog(db: Db): FamilyLog {
  return {
    async read(familyId, afterSeq = 0) {
      const rows = await db
        .selectFrom('family_facts')
        .select(['seq', 'at', 'by', 'entry'])
        .where('family_id', '=', familyId)
        .where('seq', '>', afterSeq)
        .orderBy('seq')
        .execute();
      return rows.map(({ seq, at, by, entry }) => {
        return FamilyFact.parse({ seq, at, by: JSON.parse(by) as unknown, entry: JSON.parse(entry) as unknown });
      });
    },

    async append(familyId, facts) {
      if (facts.length === 0) return;
      try {
        await db.transaction().execute(async (transaction) => {
          assertFollows(await lastSeq(transaction, familyId), facts);
          await insertFamilyFacts(transaction, familyId, facts);
        });
      } catch (error) {
        throw isConflict(error) ? new LogConflict('Another writer was faster.', { cause: error }) : error;
      }
    },
  };
}

/** Writes facts as they are; the caller takes care of their order. */
export async function insertFamilyFacts(
  db: Pick<Db, 'insertInto'>,
  familyId: FamilyId,
  facts: readonly FamilyFact[],
): Promise<void> {
  const rows = facts.map(({ seq, at, by, entry }) => {
    return { family_id: familyId, seq, at, by: JSON.stringify(by), entry: JSON.stringify(entry) };
  });
  await db.insertInto('family_facts').values(rows).execute();
}

async function lastSeq(db: Pick<Db, 'selectFrom'>, familyId: FamilyId): Promise<number> {
  const row = await db
    .selectFrom('family_facts')
    .select('seq')
    .where('family_id', '=', familyId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
}
