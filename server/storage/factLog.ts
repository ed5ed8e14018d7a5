import type { OutboxPosition } from '#shared/protocol/contract.ts';
import type { Fact } from '#shared/protocol/facts.ts';
import type { ClientId, SessionId } from '#shared/protocol/ids.ts';

/** Where a tab's outbox stands: the last position it wrote, and the seq of the last fact written for it. */
export type OutboxMark = { readonly clientSeq: number; readonly seq: number };

/** The logs of all sessions: facts are added at the end, and nothing in them ever changes. */
export type FactLog = {
  /**
   * Appends facts that follow the log's last seq without a gap, in one durable transaction, and notes the outbox
   * position. Without facts it does nothing. Throws `LogConflict` where another writer was faster.
   */
  readonly append: (sessionId: SessionId, facts: readonly Fact[], outbox?: OutboxPosition) => Promise<void>;
  /** The facts after a seq, in order; all of them unless told. */
  readonly read: (sessionId: SessionId, afterSeq?: number) => Promise<readonly Fact[]>;
  /** For each client tab: the last outbox position written and the seq of the last fact it wrote. */
  readonly outboxPositions: (sessionId: SessionId) => Promise<ReadonlyMap<ClientId, OutboxMark>>;
  /** The seq that a repeated command had written, or undefined. */
  readonly findWritten: (sessionId: SessionId, outbox: OutboxPosition) => Promise<number | undefined>;
};

/** The log has moved on since the writer last read it, or has had this outbox position before. */
export class LogConflict extends Error {
  override readonly name = 'LogConflict';
}

/** Throws `LogConflict` unless the facts go on from `lastSeq` without a gap. */
export function assertFollows(lastSeq: number, facts: readonly { readonly seq: number }[]): void {
  for (const [index, { seq }] of facts.entries()) {
    const expected = lastSeq + 1 + index;
    if (seq !== expected) throw new LogConflict(`Expected the fact with seq ${expected}, got ${seq}.`);
  }
}
