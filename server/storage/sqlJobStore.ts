import type { Transaction } from 'kysely';
import type { Db } from './db.ts';
import { inTransaction } from './inTransaction.ts';
import type { JobKind, JobStore, StoredJob } from './jobStore.ts';
import type { NodeId } from './leases.ts';
import { removeGoneNodes } from './removeGoneNodes.ts';
import type { Tables } from './schema.ts';

/** The holder of what the clinic's only server has taken. */
const ALONE = 'alone';

export function createSqlJobStore(db: Db, node: NodeId | undefined): JobStore {
  const holder = node ?? ALONE;

  /** What a server had taken that is gone waits again. */
  async function takeFromTheGone(transaction: Transaction<Tables>) {
    if (node !== undefined) await removeGoneNodes(transaction);
    const nodes = node === undefined ? [] : await transaction.selectFrom('nodes').select('node_id').execute();
    await transaction
      .updateTable('jobs')
      .set({ holder: null })
      .where('holder', 'not in', [holder, ...nodes.map(({ node_id }) => node_id)])
      .execute();
  }

  const ours = (kind: JobKind, key: string) =>
    db.updateTable('jobs').where('kind', '=', kind).where('key', '=', key).where('holder', '=', holder);

  return {
    async add(kind, key, now) {
      await db
        .insertInto('jobs')
        .values({ kind, key, asked_at: now.toISOString(), holder: null, share: 0, failed: null })
        .onConflict((conflict) =>
          conflict
            .columns(['kind', 'key'])
            .doUpdateSet({ failed: null, share: 0, holder: null, asked_at: now.toISOString() })
            .where('jobs.failed', 'is not', null),
        )
        .execute();
    },

    async find(kind, key) {
      const row = await db
        .selectFrom('jobs')
        .select(['holder', 'share', 'failed'])
        .where('kind', '=', kind)
        .where('key', '=', key)
        .executeTakeFirst();
      return row && asJob(row);
    },

    take: (kind) =>
      inTransaction(db, async (transaction) => {
        await takeFromTheGone(transaction);
        const next = await transaction
          .selectFrom('jobs')
          .select('key')
          .where('kind', '=', kind)
          .where('holder', 'is', null)
          .where('failed', 'is', null)
          .orderBy('asked_at')
          .orderBy('key')
          .limit(1)
          .executeTakeFirst();
        if (next !== undefined) {
          const ofIt = transaction.updateTable('jobs').where('kind', '=', kind).where('key', '=', next.key);
          await ofIt.set({ holder, share: 0 }).execute();
        }
        return next?.key;
      }),

    async tell(kind, key, share) {
      await ours(kind, key).set({ share }).execute();
    },

    async fail(kind, key, words) {
      await ours(kind, key).set({ failed: words, holder: null }).execute();
    },

    async remove(kind, key) {
      await db
        .deleteFrom('jobs')
        .where('kind', '=', kind)
        .where('key', '=', key)
        .where('holder', '=', holder)
        .execute();
    },

    async giveBack() {
      await db.updateTable('jobs').set({ holder: null }).where('holder', '=', holder).execute();
    },
  };
}

type Row = { readonly holder: string | null; readonly share: number; readonly failed: string | null };

function asJob({ holder, share, failed }: Row): StoredJob {
  if (failed !== null) return { is: 'failed', words: failed };
  return holder === null ? { is: 'waiting' } : { is: 'running', share };
}
