import type { Quality } from '#shared/protocol/contract.ts';

/** How a connection does, in a word. Limits after ITU-T G.114 for delay; loss as speech begins to break. */
export type Standing = 'good' | 'fair' | 'poor' | 'unknown';

const LIMITS = { good: { roundTripMs: 250, lossPercent: 2 }, fair: { roundTripMs: 500, lossPercent: 6 } } as const;

export function standingOf(quality: Quality | undefined): Standing {
  if (quality === undefined || (quality.roundTripMs === null && quality.lossPercent === null)) return 'unknown';
  if (within(quality, LIMITS.good)) return 'good';
  return within(quality, LIMITS.fair) ? 'fair' : 'poor';
}

function within(quality: Quality, limits: { readonly roundTripMs: number; readonly lossPercent: number }): boolean {
  return (quality.roundTripMs ?? 0) <= limits.roundTripMs && (quality.lossPercent ?? 0) <= limits.lossPercent;
}
