import { MAX_HEARD_DELAY_MS, type Press } from '#shared/domain/momentHeard.ts';

/**
 * Keeps one coder's presses in the order they were made: the measured delay may grow between two quick ones, and what
 * was pressed later was never heard before what was pressed earlier.
 */
export function heardInOrder({ pressedAt, heardDelayMs }: Press, lastHeardAt: number): Press {
  const most = Math.min(MAX_HEARD_DELAY_MS, pressedAt - lastHeardAt);
  return { pressedAt, heardDelayMs: Math.max(0, Math.min(heardDelayMs, most)) };
}
