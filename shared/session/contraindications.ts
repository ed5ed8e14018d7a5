import type { Contraindication, TimeOutSettings } from '#shared/domain/sequence/commandSequence.ts';
import type { FactOf } from '#shared/protocol/facts.ts';
import type { SessionState } from './sessionState.ts';

export function openTimeOut(timeOut: TimeOutSettings): Pick<SessionState, 'timeOut' | 'contraindications'> {
  const { contraindicated } = timeOut;
  return { timeOut, contraindications: contraindicated === null ? [] : [{ since: 0, is: contraindicated }] };
}

/** Time-out is contraindicated or allowed from now on. Before anything is coded, all may change. Rules SEQ9, SEQ13. */
export function changeContraindication(
  state: SessionState,
  { contraindicated, agreed, at: since }: FactOf<'contraindication.changed'>,
): SessionState {
  const { level, ...timeOut } = agreed ?? { ...state.timeOut, level: state.level };
  const isKnown = agreed !== undefined && state.timeOut.contraindicated?.at === contraindicated?.at;
  return {
    ...state,
    level: level ?? undefined,
    timeOut: { ...timeOut, contraindicated },
    contraindications: isKnown ? state.contraindications : [...state.contraindications, { since, is: contraindicated }],
  };
}

/** Why time-out was contraindicated at a moment of session time; null if it was not. Rule SEQ13. */
export function contraindicatedAt(
  { contraindications }: Pick<SessionState, 'contraindications'>,
  at: number,
): Contraindication | null {
  return contraindications.findLast(({ since }) => since <= at)?.is ?? null;
}
