import { MAX_HEARD_DELAY_MS, type Press } from '#shared/domain/momentHeard.ts';

/**
 * Keeps one coder's presses in order. The measured delay may grow between two quick presses, but a later press must not
 * be dated before an earlier one.
 */
export function heardInOrder({ pressedAt, heardDelayMs }: Press, lastHeardAt: number): Press {
  const most = Math.min(MAX_HEARD_DELAY_MS, pressedAt - lastHeardAt);
  return { pressedAt, heardDelayMs: Math.max(0, Math.min(heardDelayMs, most)) };
}
