import { sql } from 'kysely';
import { ServerFigures } from '#shared/protocol/http/servers.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { Db } from './db.ts';
import { type Lease, LeaseLost, type Leases, type NodeId } from './leases.ts';
import { removeGoneNodes } from './removeGoneNodes.ts';

/** How long a lease runs if its node does not prolong it, in seconds: a few times as long as between two prolongations. */
const RUNS_FOR = 5;

/** One clock for all nodes: the database's. */
const now = sql<number>`extract(epoch from clock_timestamp())::double precision`;
const end = sql<number>`${now} + ${RUNS_FOR}`;

/** Leases in PostgreSQL. A clinic on SQLite has one server, which needs none. */
export function createSqlLeases(db: Db): Leases {
  /** Takes it if it is free, or was this node's, or its node has run out of time or left. */
  async function take(sessionId: SessionId, nodeId: NodeId): Promise<Lease | undefined> {
    const row = await db
      .insertInto('session_leases')
      .values({ session_id: sessionId, node_id: nodeId, epoch: 1, expires_at: end })
      .onConflict((conflict) =>
        conflict
          .column('session_id')
          .doUpdateSet({ node_id: nodeId, epoch: sql<number>`session_leases.epoch + 1`, expires_at: end })
          .where((build) =>
            build.or([
              build('session_leases.node_id', '=', nodeId),
              build('session_leases.expires_at', '<=', now),
              build.not(
                build.exists(
                  build.selectFrom('nodes').whereRef('nodes.node_id', '=', 'session_leases.node_id').select('node_id'),
                ),
              ),
            ]),
          ),
      )
      .returning('epoch')
      .executeTakeFirst();
    return row && { sessionId, nodeId, epoch: row.epoch };
  }

  const holderOf = (sessionId: SessionId) =>
    db.selectFrom('session_leases').select('node_id').where('session_id', '=', sessionId).executeTakeFirstOrThrow();

  return {
    async claim(sessionId, nodeId) {
      const free = await take(sessionId, nodeId);
      if (free !== undefined) return free;
      await removeGoneNodes(db);
      return (await take(sessionId, nodeId)) ?? { heldBy: (await holderOf(sessionId)).node_id };
    },

    async prolong(nodeId) {
      const rows = await db
        .updateTable('session_leases')
        .set({ expires_at: end })
        .where('node_id', '=', nodeId)
        .where('expires_at', '>', 0)
        .returning(['session_id as sessionId', 'epoch'])
        .execute();
      return rows.map((row) => ({ ...row, nodeId }));
    },

    async release(lease) {
      await db.updateTable('session_leases').set({ expires_at: 0 }).where(isOf(lease)).execute();
    },

    heldByOthers: (nodeId) =>
      db
        .selectFrom('session_leases')
        .innerJoin('coaching_sessions', 'coaching_sessions.session_id', 'session_leases.session_id')
        .select(['session_leases.session_id as sessionId', 'family_id as familyId'])
        .where('node_id', '<>', nodeId)
        .where('expires_at', '>', now)
        .execute(),

    async addNode(nodeId, address) {
      await db
        .insertInto('nodes')
        .values({ node_id: nodeId, address, started_at: now, figures: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async removeNode(nodeId) {
      await db.deleteFrom('nodes').where('node_id', '=', nodeId).execute();
    },

    async tellFigures(nodeId, figures) {
      await db
        .updateTable('nodes')
        .set({ figures: JSON.stringify(figures) })
        .where('node_id', '=', nodeId)
        .execute();
    },

    async figuresOfOthers(nodeId) {
      await removeGoneNodes(db);
      const rows = await db
        .selectFrom('nodes')
        .select(['address', 'figures'])
        .where('node_id', '<>', nodeId)
        .where('figures', 'is not', null)
        .orderBy('address')
        .execute();
      return rows.map(({ address, figures }) => ({ address, ...ServerFigures.parse(JSON.parse(figures ?? '')) }));
    },

    async addressOf(nodeId) {
      const row = await db.selectFrom('nodes').select('address').where('node_id', '=', nodeId).executeTakeFirst();
      return row?.address;
    },
  };
}

/** Keeps the lease until the transaction ends. Throws `LeaseLost` if another node has it. */
export async function assertHeld(transaction: Pick<Db, 'selectFrom'>, lease: Lease): Promise<void> {
  const row = await transaction
    .selectFrom('session_leases')
    .select('epoch')
    .where(isOf(lease))
    .where('expires_at', '>', 0)
    .forShare()
    .executeTakeFirst();
  if (row === undefined) throw new LeaseLost('Another node has this session.');
}

const isOf = ({ sessionId, nodeId, epoch }: Lease) =>
  sql<boolean>`(session_id, node_id, epoch) = (${sessionId}, ${nodeId}, ${epoch})`;
