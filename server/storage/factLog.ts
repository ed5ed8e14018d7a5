import type { Fact } from '#shared/protocol/facts.ts';
import type { PressId, SessionId } from '#shared/protocol/ids.ts';

/** The logs of all sessions: facts are added at the end, and nothing in them ever changes. */
export type FactLog = {
  /**
   * Appends facts that follow the log's last seq without a gap, in one durable transaction, and notes the press that
   * they come from. Without facts it does nothing. Throws `LogConflict` where another writer was faster, or this press
   * was written before, and `StoreFault` where the store cannot write; nothing is written then.
   */
  readonly append: (sessionId: SessionId, facts: readonly Fact[], press?: PressId) => Promise<void>;
  /** The facts after a seq, in order; all of them unless told. */
  readonly read: (sessionId: SessionId, afterSeq?: number) => Promise<readonly Fact[]>;
  /** Every press that was written, with the seq of the last fact that it wrote. */
  readonly presses: (sessionId: SessionId) => Promise<ReadonlyMap<PressId, number>>;
};

/** The log has moved on since the writer last read it, or has had this press before. */
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
