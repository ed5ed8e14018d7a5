import type { Contraindication, TimeOutSettings } from '#shared/domain/sequence/commandSequence.ts';
import type { FactOf } from '#shared/protocol/facts.ts';
import type { SessionState } from './sessionState.ts';

type TimeOutState = Pick<SessionState, 'timeOut' | 'contraindications'>;

/** What is agreed for time-outs as a session opens. */
export function openTimeOut(timeOut: TimeOutSettings): TimeOutState {
  const { contraindicated } = timeOut;
  return { timeOut, contraindications: contraindicated === null ? [] : [{ since: 0, is: contraindicated }] };
}

/** Time-out is contraindicated from now on, or allowed again. Rule SEQ13. */
export function changeContraindication(
  state: SessionState,
  { contraindicated, at: since }: FactOf<'contraindication.changed'>,
): SessionState {
  return {
    ...state,
    timeOut: { ...state.timeOut, contraindicated },
    contraindications: [...state.contraindications, { since, is: contraindicated }],
  };
}

/** Why time-out was contraindicated at a moment of session time; null where it was not. Rule SEQ13. */
export function contraindicatedAt(
  { contraindications }: Pick<SessionState, 'contraindications'>,
  at: number,
): Contraindication | null {
  return contraindications.findLast(({ since }) => since <= at)?.is ?? null;
}
