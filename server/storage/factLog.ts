import type { Fact } from '#shared/protocol/facts.ts';
import type { PressId, SessionId } from '#shared/protocol/ids.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/** The logs of all sessions: facts are added at the end and never changed. */
export type FactLog = {
  /**
   * Appends facts that follow the log's last seq without a gap, in one durable transaction, and records the press that
   * they come from. `after` is the state that contains them, if it is known: the session's model follows from it, and is
   * written with them. Does nothing without facts. Throws `LogConflict` if another writer was faster or if this press was
   * written before, and `StoreFault` if the store cannot write; then nothing is written.
   */
  readonly append: (
    sessionId: SessionId,
    facts: readonly Fact[],
    press?: PressId,
    after?: SessionState,
  ) => Promise<void>;
  /** The facts after a seq, in order; all of them by default. */
  readonly read: (sessionId: SessionId, afterSeq?: number) => Promise<readonly Fact[]>;
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
