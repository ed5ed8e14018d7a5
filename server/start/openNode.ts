import type { Config } from '#server/config/config.ts';
import { placeOfDatabase } from '#server/config/placeOfDatabase.ts';
import { type NoticeAdapter, openNoticeAdapter } from '#server/nodes/openNoticeAdapter.ts';
import { type Node, startNode } from '#server/nodes/startNode.ts';
import type { Db } from '#server/storage/db.ts';
import type { NodeId } from '#server/storage/leases.ts';
import { createSqlLeases } from '#server/storage/sqlLeases.ts';
import type { Time } from '#server/time/time.ts';
import type { Measures } from '#server/watching/measures.ts';

type NodePorts = {
  readonly db: Db;
  readonly nodeId: NodeId;
  readonly time: Pick<Time, 'callAfter'>;
  readonly measure: Measures['lease'];
  readonly report: (error: unknown, doing: string) => void;
};

/** Joins the other servers of the clinic. */
export async function openNode(
  { nodeAddress, database }: Config & { readonly nodeAddress: string },
  { db, nodeId, time, measure, report }: NodePorts,
): Promise<Node & { readonly adapter: NoticeAdapter }> {
  const notices = openNoticeAdapter(placeOfDatabase(database), (error) => report(error, 'telling other nodes'));
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
    adapter: notices.adapter,
    async close() {
      await node.close();
      await notices.close();
    },
  };
}
