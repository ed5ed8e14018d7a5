import type { Quality } from '#shared/protocol/contract.ts';

/** The result of a connection check. `blocked`: media do not get through. `none`: no connection. */
export type MediaFinding = 'good' | 'fair' | 'poor' | 'blocked' | 'none';

/** Limits up to which a whisper arrives in time and complete: easily, and only just. Our own. */
const LIMITS = { good: { roundTripMs: 150, lossPercent: 2 }, fair: { roundTripMs: 350, lossPercent: 6 } } as const;

/** The quality of a connection over which media came back. Unknown values count as good. */
export function findingOf({ roundTripMs, lossPercent }: Pick<Quality, 'roundTripMs' | 'lossPercent'>): MediaFinding {
  const within = (limits: { readonly roundTripMs: number; readonly lossPercent: number }) =>
    (roundTripMs ?? 0) <= limits.roundTripMs && (lossPercent ?? 0) <= limits.lossPercent;
  if (within(LIMITS.good)) return 'good';
  return within(LIMITS.fair) ? 'fair' : 'poor';
}
