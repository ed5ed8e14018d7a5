import { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import { appendFacts } from './appendFacts.ts';
import type { FamilyLog } from './familyLog.ts';
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
      await appendFacts(db, facts, {
        lastSeq: (within) =>
          within
            .selectFrom('family_facts')
            .select(({ fn }) => fn.max('seq').as('seq'))
            .where('family_id', '=', familyId)
            .executeTakeFirst(),
        insert: (within) => insertFamilyFacts(within, familyId, facts),
      });
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
