import type { FactOf } from '#shared/protocol/facts.ts';
import type { CodeEntry, SessionState } from './sessionState.ts';

/** How long after the close a press may still come in, in ms: a laptop may have been shut over night. */
export const LATE_FOR_MS = 24 * 3_600_000;

type Press = FactOf<'code.recorded' | 'code.undone' | 'command.judged'>;

/**
 * Whether a press may be written although the session is closed: it was made before the close, waited for a connection,
 * and nobody has put their name to the record yet. Rule LOG5.
 */
export function mayComeLate({ phases, review }: Pick<SessionState, 'phases' | 'review'>, press: Press): boolean {
  const closedAt = phases.findLast(({ phase }) => phase === 'closed')?.since;
  if (closedAt === undefined || review.signedOff !== undefined || press.at > closedAt + LATE_FOR_MS) return false;
  return press.type !== 'code.recorded' || press.pressedAt <= closedAt;
}

/** When a code was pressed, in ms of session time, where it came in after the close; else undefined. Rule LOG5. */
export function latePressOf({ cameLate, pressedAt }: Pick<CodeEntry, 'cameLate' | 'pressedAt'>): number | undefined {
  return cameLate ? pressedAt : undefined;
}
