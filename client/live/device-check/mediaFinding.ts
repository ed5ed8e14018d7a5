import type { Quality } from '#shared/protocol/contract.ts';

/** What a check of the connection found: how good it is, that media do not get through, or that there is none at all. */
export type MediaFinding = 'good' | 'fair' | 'poor' | 'blocked' | 'none';

/** Limits up to which a whisper arrives in time and whole: with ease, and just so. Ours. */
const LIMITS = { good: { roundTripMs: 150, lossPercent: 2 }, fair: { roundTripMs: 350, lossPercent: 6 } } as const;

/** How good a connection is that pictures and sound came back over. What nothing told is taken for good. */
export function findingOf({ roundTripMs, lossPercent }: Pick<Quality, 'roundTripMs' | 'lossPercent'>): MediaFinding {
  const within = (limits: { readonly roundTripMs: number; readonly lossPercent: number }) =>
    (roundTripMs ?? 0) <= limits.roundTripMs && (lossPercent ?? 0) <= limits.lossPercent;
  if (within(LIMITS.good)) return 'good';
  return within(LIMITS.fair) ? 'fair' : 'poor';
}
