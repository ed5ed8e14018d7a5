import type { Quality } from '#shared/protocol/contract.ts';

/** The quality of a connection in a word. Delay limits follow ITU-T G.114; loss limits are where speech breaks up. */
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
