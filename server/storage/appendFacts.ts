import { assertFollows, LogConflict } from './factLog.ts';
import { isConflict } from './isConflict.ts';
import type { Db } from './db.ts';
import { inTransaction } from './inTransaction.ts';

type Table = {
  readonly lastSeq: (db: Pick<Db, 'selectFrom'>) => Promise<{ readonly seq: number | null } | undefined>;
  readonly insert: (db: Pick<Db, 'selectFrom' | 'insertInto' | 'deleteFrom'>) => Promise<unknown>;
};

/** Inserts facts in one transaction. Throws `LogConflict` if they do not follow the last, or another writer was faster. */
export async function appendFacts(db: Db, facts: readonly { readonly seq: number }[], table: Table): Promise<void> {
  if (facts.length === 0) return;
  try {
    await inTransaction(db, async (transaction) => {
      assertFollows((await table.lastSeq(transaction))?.seq ?? 0, facts);
      await table.insert(transaction);
    });
  } catch (error) {
    throw isConflict(error) ? new LogConflict('Another writer was faster.', { cause: error }) : error;
  }
}
