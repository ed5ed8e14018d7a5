import type { SessionId } from '#shared/protocol/ids.ts';
import type { NodeId } from './leases.ts';

/** The servers of the clinic that run now, and those that ended without saying so. */
export type NodesTable = {
  readonly node_id: NodeId;
  /** Where the other nodes reach it, like http://10.0.0.5:3000. */
  readonly address: string;
  /** In seconds since 1970, by the database's clock. */
  readonly started_at: number;
  /** What it said last of how it does, as JSON. Null if it has said nothing yet. */
  readonly figures: string | null;
};

/** What somebody has to sign with a passkey, for a few minutes. */
export type ChallengesTable = {
  readonly hash: string;
  readonly purpose: string;
  /** As an ISO instant. */
  readonly until: string;
};

export type SessionLeasesTable = {
  readonly session_id: SessionId;
  readonly node_id: NodeId;
  /** Rises each time the session is taken. */
  readonly epoch: number;
  /** In seconds since 1970, by the database's clock; 0 once it was released. */
  readonly expires_at: number;
};
