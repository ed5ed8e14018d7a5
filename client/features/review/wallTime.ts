import type { SessionState } from '#shared/session/sessionState.ts';

/** The date and time of day of a moment of session time (ms). */
export function wallTime({ startedAt }: Pick<SessionState, 'startedAt'>, at: number): Date {
  return new Date(new Date(startedAt).getTime() + at);
}
