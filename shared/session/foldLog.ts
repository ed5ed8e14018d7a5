import type { SnapshotFrom } from 'xstate';
import type { Phase } from '#shared/domain/phase.ts';
import type { Fact } from '#shared/protocol/facts.ts';
import { applyFact, foldFacts } from './foldFacts.ts';
import { sessionMachine } from './sessionMachine.ts';
import { EMPTY_SESSION, type SessionState } from './sessionState.ts';

type Snapshot = SnapshotFrom<typeof sessionMachine>;

/** The machine's snapshot of a session. Its state is the session's phase. It runs nothing: no alarm is set. */
export function snapshotOf(session: SessionState): Snapshot {
  return { ...inPhase(session.phase), context: { session } };
}

const snapshots = new Map<Phase, Snapshot>();

function inPhase(phase: Phase): Snapshot {
  const value = phase === 'closed' ? phase : { open: phase };
  const snapshot = snapshots.get(phase) ?? sessionMachine.resolveState({ value, context: { session: EMPTY_SESSION } });
  snapshots.set(phase, snapshot);
  return snapshot;
}

/** The state after one more fact; undefined if the machine does not allow the fact now. */
export function stateAfter(session: SessionState, fact: Fact): SessionState | undefined {
  return snapshotOf(session).can(fact) ? applyFact(session, fact) : undefined;
}

/**
 * The state after a log: a whole one, or what follows a state. Throws if it contains a fact that the machine does not allow.
 */
export function foldLog(facts: readonly Fact[], from: SessionState = EMPTY_SESSION): SessionState {
  return foldFacts(facts, from, (session, fact) => {
    if (snapshotOf(session).can(fact)) return;
    throw new Error(`The log's fact ${fact.seq}, ${fact.type}, is not possible in the phase ${session.phase}.`);
  });
}
