import type { ServerFigures } from '#shared/protocol/http/servers.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { Lease, Leases, NodeFigures, NodeId } from '#server/storage/leases.ts';
import type { Time } from '#server/time/time.ts';
import { HeldElsewhere, type SessionHolds } from './sessionHolds.ts';

/** How often a node prolongs its leases, in ms: several times while a lease runs. */
const PROLONG_EVERY_MS = 1_000;

/** One of several servers of a clinic. */
export type Node = SessionHolds & {
  readonly nodeId: NodeId;
  /** Where the others reach this one. */
  readonly address: string;
  readonly tellFigures: (figures: ServerFigures) => Promise<void>;
  readonly figuresOfOthers: () => Promise<readonly NodeFigures[]>;
  /** Where another node is reached. Undefined if it is gone. */
  readonly addressOf: (nodeId: NodeId) => Promise<string | undefined>;
  /** Leaves the other nodes. Its sessions were closed before. */
  readonly close: () => Promise<void>;
};

type NodePorts = {
  readonly nodeId: NodeId;
  /** Where the other nodes reach this one. */
  readonly address: string;
  readonly leases: Leases;
  readonly time: Pick<Time, 'callAfter'>;
  readonly measure: (change: 'taken' | 'released' | 'lost') => void;
  readonly report: (error: unknown) => void;
};

/**
 * Joins the nodes of a clinic, and prolongs the leases of this one. While the database does not answer, a node keeps its
 * sessions: nobody else can take them then, and if somebody did when it answers again, the node is told.
 */
export async function startNode({ nodeId, address, leases, time, measure, report }: NodePorts): Promise<Node> {
  const held = new Map<SessionId, Lease>();
  let tell: (sessionId: SessionId) => void = () => undefined;
  let isClosed = false;
  let cancel: () => void = () => undefined;

  async function prolong() {
    const before = [...held.values()];
    // Another node may have taken this one for gone when its connection to the database was lost for a moment.
    await leases.addNode(nodeId, address);
    const kept = new Map((await leases.prolong(nodeId)).map(({ sessionId, epoch }) => [sessionId, epoch]));
    for (const lease of before) {
      const { sessionId, epoch } = lease;
      // It may have been released meanwhile.
      if (kept.get(sessionId) === epoch || held.get(sessionId) !== lease) continue;
      held.delete(sessionId);
      measure('lost');
      tell(sessionId);
    }
  }

  async function keepProlonging() {
    await prolong().catch(report);
    if (!isClosed) cancel = time.callAfter(PROLONG_EVERY_MS, () => void keepProlonging());
  }

  await leases.addNode(nodeId, address);
  cancel = time.callAfter(PROLONG_EVERY_MS, () => void keepProlonging());

  return {
    nodeId,
    address,
    tellFigures: (figures) => leases.tellFigures(nodeId, figures),
    figuresOfOthers: () => leases.figuresOfOthers(nodeId),

    async take(sessionId) {
      const taken = await leases.claim(sessionId, nodeId);
      if ('heldBy' in taken) throw new HeldElsewhere(taken.heldBy);
      held.set(sessionId, taken);
      measure('taken');
      return taken;
    },

    async release(lease) {
      if (held.get(lease.sessionId) === lease) held.delete(lease.sessionId);
      await leases.release(lease);
      measure('released');
    },

    onLost: (listener) => (tell = listener),
    elsewhere: () => leases.heldByOthers(nodeId),
    addressOf: leases.addressOf,

    async close() {
      isClosed = true;
      cancel();
      await leases.removeNode(nodeId);
    },
  };
}
