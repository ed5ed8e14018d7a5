import { setImmediate } from 'node:timers/promises';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { closedAt } from '#shared/session/exportScene.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import { reportState } from './reportState.ts';

/** A closed session's report as of a seq. */
type Kept = { readonly seq: number; readonly report: SessionReport | undefined };

export type SessionReports = {
  /** The report of a closed session; for any other, its state from the log, which is undefined if the log is empty. */
  readonly of: (
    sessionId: SessionId,
  ) => Promise<{ readonly report: SessionReport | undefined } | { readonly state: SessionState | undefined }>;
  /** For good: the session was erased. */
  readonly forget: (sessionId: SessionId) => void;
};

/** How many reports are kept in memory. Those that were not read for the longest time are dropped first. */
const MAX_KEPT = 2_000;

/**
 * Kept in memory by session and last seq: a log is folded again only for new facts, and logs one at a time, so that
 * live sessions get their turn in between.
 */
export function createSessionReports(factLog: Pick<FactLog, 'read'>, mostKept = MAX_KEPT): SessionReports {
  const kept = new Map<SessionId, Kept>();
  const erased = new Set<SessionId>();
  let turn: Promise<unknown> = Promise.resolve();

  function keep(sessionId: SessionId, one: Kept) {
    kept.delete(sessionId);
    // Whoever began to read it before it was erased must not keep it.
    if (erased.has(sessionId)) return;
    kept.set(sessionId, one);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) return;
      kept.delete(oldest);
    }
  }

  async function look(sessionId: SessionId) {
    const known = kept.get(sessionId);
    if (known !== undefined && (await factLog.read(sessionId, known.seq)).length === 0) {
      keep(sessionId, known);
      return { report: known.report };
    }
    await setImmediate();
    const facts = await factLog.read(sessionId);
    if (facts.length === 0) return { state: undefined };
    const state = foldFacts(facts);
    if (state.phase !== 'closed') return { state };
    const report = reportState(sessionId, state, closedAt(state));
    keep(sessionId, { seq: state.seq, report });
    return { report };
  }

  return {
    of(sessionId) {
      const looked = turn.then(() => look(sessionId));
      turn = looked.catch(() => undefined);
      return looked;
    },
    forget(sessionId) {
      erased.add(sessionId);
      kept.delete(sessionId);
    },
  };
}
