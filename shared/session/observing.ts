import type { Phase } from '#shared/domain/phase.ts';
import { findSituation } from '#shared/domain/programs/observation.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { programOf } from './programOf.ts';
import { currentWindow, type SessionState } from './sessionState.ts';

/** Whether a session was planned as an observation. Rule OBS1. */
export function isObservation(
  { treatmentPhase }: Pick<SessionState, 'treatmentPhase'>,
  program: Pick<Program, 'observation'>,
): boolean {
  return findSituation(program, treatmentPhase) !== undefined;
}

/** The names of a session's phases. In an observation nobody codes in order to coach. Rule OBS2. */
export type NamedPhase = Phase | 'observing' | 'observing-paused' | 'between-situations';

const OBSERVED: Partial<Record<Phase, NamedPhase>> = {
  coding: 'observing',
  'coding-paused': 'observing-paused',
  coaching: 'between-situations',
};

export function namedPhase(phase: Phase, isObserved: boolean): NamedPhase {
  return (isObserved ? OBSERVED[phase] : undefined) ?? phase;
}

/** The name of a phase of a session; by default the current one. */
export function phaseName(
  session: Pick<SessionState, 'phase' | 'treatmentPhase' | 'program' | 'programVersion' | 'edits'>,
  phase: Phase = session.phase,
): NamedPhase {
  const program = programOf(session);
  return namedPhase(phase, program !== undefined && isObservation(session, program));
}

/**
 * Whether a prompt may be sent in an observation: none while a situation is observed, and between two no coaching
 * statement. Undefined outside an observation. Rule OBS2.
 */
export function promptsWhileObserved(
  session: Pick<SessionState, 'windows' | 'treatmentPhase' | 'phase'>,
  program: Pick<Program, 'observation'>,
): 'none' | 'plain words' | undefined {
  const { phase } = session;
  const window = currentWindow(session);
  const isWatched =
    window === undefined ? isObservation(session, program) : findSituation(program, window.kind) !== undefined;
  if (!isWatched) return undefined;
  if (phase === 'coding') return 'none';
  return phase === 'coding-paused' || phase === 'coaching' ? 'plain words' : undefined;
}
