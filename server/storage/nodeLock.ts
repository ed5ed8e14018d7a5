import { sql } from 'kysely';
import type { NodeId } from './leases.ts';

/** The class of the locks of nodes, among PostgreSQL's advisory locks. */
export const NODE_LOCKS = 4;

/** The lock that a node keeps as long as it is alive, as arguments of PostgreSQL's functions. */
export function nodeLock(nodeId: NodeId) {
  return sql`${NODE_LOCKS}, hashtext(${nodeId})`;
}
