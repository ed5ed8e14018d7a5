import { createAdapter } from '@socket.io/postgres-adapter';
import { Pool } from 'pg';
import type { Config } from '#server/config/config.ts';
import { placeOfDatabase } from '#server/config/placeOfDatabase.ts';
import { type Node, startNode } from '#server/nodes/startNode.ts';
import type { Db } from '#server/storage/db.ts';
import type { NodeId } from '#server/storage/leases.ts';
import { createSqlLeases } from '#server/storage/sqlLeases.ts';
import type { Time } from '#server/time/time.ts';
import type { Measures } from '#server/watching/measures.ts';

/** What passes events of Socket.IO between nodes. */
type SocketAdapter = ReturnType<typeof createAdapter>;

type NodePorts = {
  readonly db: Db;
  readonly nodeId: NodeId;
  readonly time: Pick<Time, 'callAfter'>;
  readonly measure: Measures['lease'];
  readonly report: (error: unknown, doing: string) => void;
};

/** One connection listens for notices, the other one sends them. */
const CONNECTIONS = 2;

/** Joins the other servers of the clinic. */
export async function openNode(
  { nodeAddress, database }: Config & { readonly nodeAddress: string },
  { db, nodeId, time, measure, report }: NodePorts,
): Promise<Node & { readonly adapter: SocketAdapter }> {
  const pool = new Pool({
    connectionString: placeOfDatabase(database),
    application_name: 'earshot notices',
    max: CONNECTIONS,
    keepAlive: true,
  });
  pool.on('error', (error) => report(error, 'telling other nodes'));
  const node = await startNode({
    nodeId,
    address: nodeAddress,
    leases: createSqlLeases(db),
    time,
    measure,
    report: (error) => report(error, 'prolonging leases'),
  });
  return {
    ...node,
    adapter: createAdapter(pool, { errorHandler: (error: Error) => report(error, 'telling other nodes') }),
    async close() {
      await node.close();
      await pool.end();
    },
  };
}
