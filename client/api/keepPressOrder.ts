import { MAX_HEARD_DELAY_MS, type Press } from '#shared/domain/momentHeard.ts';

/** Keeps presses in order: the measured delay may grow between two, but the later one must not be dated earlier. */
export function keepPressOrder({ pressedAt, heardDelayMs }: Press, lastHeardAt: number): Press {
  const most = Math.min(MAX_HEARD_DELAY_MS, pressedAt - lastHeardAt);
  return { pressedAt, heardDelayMs: Math.max(0, Math.min(heardDelayMs, most)) };
}
