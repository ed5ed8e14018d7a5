import { sql } from 'kysely';
import type { Db } from './db.ts';

/** The class of the locks that nodes keep as long as they are alive, among PostgreSQL's advisory locks. */
export const NODE_LOCKS = 4;

/** A node that is alive keeps its lock, so whoever gets it knows that the node is gone. */
export async function removeGoneNodes(db: Pick<Db, 'deleteFrom'>): Promise<void> {
  await db
    .deleteFrom('nodes')
    .where(sql<boolean>`pg_try_advisory_xact_lock(${NODE_LOCKS}, hashtext(node_id))`)
    .execute();
}
