import type { Fact } from '#shared/protocol/facts.ts';
import type { SessionState } from './sessionState.ts';

/** The moment of session time 0, as an ISO instant. Undefined for an empty log. */
export function zeroOf(facts: readonly Fact[]): string | undefined {
  const [opened] = facts;
  if (opened?.type !== 'session.opened') return undefined;
  const waiting = facts.find(({ type }) => type === 'waiting.opened');
  return (waiting?.type === 'waiting.opened' ? waiting.startedAt : undefined) ?? opened.startedAt;
}

/**
 * The check-in in session time, from which its day and length count; before it, the opening of the waiting room, which
 * can be a look at it the evening before. Rule SES9.
 */
export function begunAt({ phases }: Pick<SessionState, 'phases'>): number {
  const found =
    phases.find(({ phase }) => phase === 'check-in') ?? phases.find(({ phase }) => phase === 'waiting') ?? phases[0];
  return found?.since ?? 0;
}

/** The moment at which the lead coach began the session, as an ISO instant. Rule SES9. */
export function begunOn(state: Pick<SessionState, 'phases' | 'startedAt'>): string {
  return new Date(new Date(state.startedAt).getTime() + begunAt(state)).toISOString();
}

/** The session time at which the session is planned to end. Rule SES9. */
export function plannedEnd(state: Pick<SessionState, 'phases' | 'plannedMs'>): number {
  return begunAt(state) + state.plannedMs;
}
