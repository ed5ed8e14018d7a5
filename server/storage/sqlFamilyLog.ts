import { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { FamilyKey } from '#server/keys/familyKey.ts';
import { appendFacts } from './appendFacts.ts';
import type { FamilyKeys } from './familyKeys.ts';
import type { FamilyLog } from './familyLog.ts';
import { inSteps } from './inSteps.ts';
import type { Db } from './db.ts';
import { placeOf } from './sealedColumns.ts';

export function createSqlFamilyLog(db: Db, keys: FamilyKeys): FamilyLog {
  return {
    async read(familyId, afterSeq = 0) {
      const key = await keys.of(familyId);
      if (key === undefined) return [];
      const rows = await db
        .selectFrom('family_facts')
        .select(['seq', 'at', 'by', 'entry'])
        .where('family_id', '=', familyId)
        .where('seq', '>', afterSeq)
        .orderBy('seq')
        .execute();
      return inSteps(rows, ({ seq, at, by, entry }) => {
        const open = (column: 'family_facts.by' | 'family_facts.entry', sealed: Buffer): unknown =>
          JSON.parse(key.openText(placeOf(column, seq), sealed));
        return FamilyFact.parse({ seq, at, by: open('family_facts.by', by), entry: open('family_facts.entry', entry) });
      });
    },

    async append(familyId, facts) {
      const key = await keys.of(familyId);
      if (key === undefined) throw new Error('This family is not known.');
      await appendFacts(db, facts, {
        lastSeq: (within) =>
          within
            .selectFrom('family_facts')
            .select(({ fn }) => fn.max('seq').as('seq'))
            .where('family_id', '=', familyId)
            .executeTakeFirst(),
        insert: (within) => insertFamilyFacts(within, key, facts),
      });
    },
  };
}

/** Writes facts as they are; the caller takes care of their order. */
export async function insertFamilyFacts(
  db: Pick<Db, 'insertInto'>,
  key: FamilyKey,
  facts: readonly FamilyFact[],
): Promise<void> {
  const rows = facts.map(({ seq, at, by, entry }) => ({
    family_id: key.familyId,
    seq,
    at,
    by: key.seal(placeOf('family_facts.by', seq), JSON.stringify(by)),
    entry: key.seal(placeOf('family_facts.entry', seq), JSON.stringify(entry)),
  }));
  await db.insertInto('family_facts').values(rows).execute();
}
