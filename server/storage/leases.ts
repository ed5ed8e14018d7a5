import { z } from 'zod';
import type { ServerFigures } from '#shared/protocol/http/servers.ts';
import type { FamilyId, SessionId } from '#shared/protocol/ids.ts';

/** One of the servers that serve a clinic together. A server that was started again is another node. */
export const NodeId = z.uuid().brand('NodeId');
export type NodeId = z.infer<typeof NodeId>;

/** The right to write a session's log. */
export type Lease = { readonly sessionId: SessionId; readonly nodeId: NodeId; readonly epoch: number };

/** How a node does, with the address at which the others reach it. */
export type NodeFigures = ServerFigures & { readonly address: string };

/** Which node has which session. No session has two: whoever lost a lease cannot write under it anymore. */
export type Leases = {
  /** Takes a session for a node, unless another node has it that is alive. */
  readonly claim: (sessionId: SessionId, nodeId: NodeId) => Promise<Lease | { readonly heldBy: NodeId }>;
  /** Prolongs all leases of a node, also those that have run out and that nobody took. Resolves to them. */
  readonly prolong: (nodeId: NodeId) => Promise<readonly Lease[]>;
  /** Lets another node take the session at once. Does nothing if it was lost meanwhile. */
  readonly release: (lease: Lease) => Promise<void>;
  /** The sessions of other nodes whose leases run. */
  readonly heldByOthers: (
    nodeId: NodeId,
  ) => Promise<readonly { readonly sessionId: SessionId; readonly familyId: FamilyId }[]>;
  /** Adds a node, which others reach at this address. Safe to call twice. */
  readonly addNode: (nodeId: NodeId, address: string) => Promise<void>;
  readonly removeNode: (nodeId: NodeId) => Promise<void>;
  /** Notes how a node does. */
  readonly tellFigures: (nodeId: NodeId, figures: ServerFigures) => Promise<void>;
  /** How the other nodes do that are not gone, as they told. */
  readonly figuresOfOthers: (nodeId: NodeId) => Promise<readonly NodeFigures[]>;
  /** Where a node is reached. Undefined if it is gone. */
  readonly addressOf: (nodeId: NodeId) => Promise<string | undefined>;
};

/** Another node has the session by now. Nothing was written. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}
