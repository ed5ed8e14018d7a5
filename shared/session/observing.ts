import type { Phase } from '#shared/domain/phase.ts';
import { findSituation } from '#shared/domain/programmes/observation.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { programmeOf } from './programmeOf.ts';
import { currentWindow, type SessionState } from './sessionState.ts';

type Observed = Pick<SessionState, 'windows' | 'treatmentPhase' | 'phase'>;

/** Whether a session was planned as an observation. Rule OBS1. */
export function isObservation(
  { treatmentPhase }: Pick<SessionState, 'treatmentPhase'>,
  programme: Pick<Programme, 'observation'>,
): boolean {
  return findSituation(programme, treatmentPhase) !== undefined;
}

/** What a phase of a session is called: in an observation nobody codes to coach. Rule OBS2. */
export type NamedPhase = Phase | 'observing' | 'observing-paused' | 'between-situations';

const OBSERVED: Partial<Record<Phase, NamedPhase>> = {
  coding: 'observing',
  'coding-paused': 'observing-paused',
  coaching: 'between-situations',
};

/** What a phase is called in a session of this kind. */
export function namedPhase(phase: Phase, isObserved: boolean): NamedPhase {
  return (isObserved ? OBSERVED[phase] : undefined) ?? phase;
}

/** What a phase of a session is called; where none is told, the phase that it is in. */
export function phaseName(
  session: Pick<SessionState, 'phase' | 'treatmentPhase' | 'programme' | 'programmeVersion' | 'edits'>,
  phase: Phase = session.phase,
): NamedPhase {
  const programme = programmeOf(session);
  return namedPhase(phase, programme !== undefined && isObservation(session, programme));
}

/**
 * What may be sent to a parent in an observation: nothing while a situation is watched, and plain words between two; a
 * statement that coaches never. Undefined outside of it, where the phase alone decides. Rule OBS2.
 */
export function promptsWhileObserved(
  session: Observed,
  programme: Pick<Programme, 'observation'>,
): 'none' | 'plain words' | undefined {
  const { phase } = session;
  const window = currentWindow(session);
  const isWatched =
    window === undefined ? isObservation(session, programme) : findSituation(programme, window.kind) !== undefined;
  if (!isWatched) return undefined;
  if (phase === 'coding') return 'none';
  return phase === 'coding-paused' || phase === 'coaching' ? 'plain words' : undefined;
}
