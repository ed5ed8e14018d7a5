import type { Fact } from '#shared/protocol/facts.ts';
import type { PressId, SessionId } from '#shared/protocol/ids.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { Lease } from './leases.ts';

/** What goes with facts that are appended. */
type Appended = {
  /** The press that they come from. */
  readonly press?: PressId | undefined;
  /** The state that contains them, if it is known: the session's model follows from it. */
  readonly after?: SessionState | undefined;
  /** Under which the log is written. Without it only closed sessions are written, whose writers see each other's facts. */
  readonly lease?: Lease | undefined;
};

/** The logs of all sessions: facts are added at the end and never changed. */
export type FactLog = {
  /**
   * Appends facts that follow the log's last seq without a gap, in one durable transaction, with their press and the
   * session's model. Does nothing without facts. Throws `LogConflict` if another writer was faster or if this press was
   * written before, `LeaseLost` if another node has the session, and `StoreFault` if the store cannot write; then nothing
   * is written.
   */
  readonly append: (sessionId: SessionId, facts: readonly Fact[], of?: Appended) => Promise<void>;
  /** The facts after a seq, in order; all of them by default. */
  readonly read: (sessionId: SessionId, afterSeq?: number) => Promise<readonly Fact[]>;
  /** A state of the session that some of its facts fold into, from which the others can be folded. Undefined if none is kept. */
  readonly state: (sessionId: SessionId) => Promise<SessionState | undefined>;
  /** Keeps the whole log in pages, and the state that it folds into, so that the session wakes sooner. */
  readonly keepState: (sessionId: SessionId, facts: readonly Fact[], state: SessionState) => Promise<void>;
  /** Every press that was written, with the seq of the last fact that it wrote. */
  readonly presses: (sessionId: SessionId) => Promise<ReadonlyMap<PressId, number>>;
};

/** The log has changed since the writer last read it, or already contains this press. */
export class LogConflict extends Error {
  override readonly name = 'LogConflict';
}

/** Throws `LogConflict` unless the facts continue from `lastSeq` without a gap. */
export function assertFollows(lastSeq: number, facts: readonly { readonly seq: number }[]): void {
  for (const [index, { seq }] of facts.entries()) {
    const expected = lastSeq + 1 + index;
    if (seq !== expected) throw new LogConflict(`Expected the fact with seq ${expected}, got ${seq}.`);
  }
}
