import type { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import type { Lease, NodeId } from '#server/storage/leases.ts';

/** Which sessions this server may wake. */
export type SessionHolds = {
  /** Takes a session for this server. Undefined if it is alone, and needs no lease. Throws `HeldElsewhere`. */
  readonly take: (sessionId: SessionId) => Promise<Lease | undefined>;
  /** Another node may take it from now on. */
  readonly release: (lease: Lease) => Promise<void>;
  /** Calls back when another node has taken a session that this one had. */
  readonly onLost: (tell: (sessionId: SessionId) => void) => void;
  /** The sessions that other nodes have now, awake. */
  readonly elsewhere: () => Promise<readonly HeldSession[]>;
};

type HeldSession = { readonly sessionId: SessionId; readonly familyId: FamilyId };

/** Another node has this session. */
export class HeldElsewhere extends Error {
  override readonly name = 'HeldElsewhere';
  readonly nodeId: NodeId;

  constructor(nodeId: NodeId) {
    super('Another node has this session.');
    this.nodeId = nodeId;
  }
}

/** The one server of a clinic has every session. */
export const HELD_ALONE: SessionHolds = {
  take: async () => undefined,
  release: async () => undefined,
  onLost: () => undefined,
  elsewhere: async () => [],
};
