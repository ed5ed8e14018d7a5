import type { Programme } from '../programmes/programme.ts';

/** Why a coder gave two codes for one utterance: it has both, or it is one of them. */
export type CandidateMode = 'both' | 'unsure';

/**
 * The one code that stands for what the coder saw, or undefined where the programme ranks none of them. Rules COD3 (both:
 * the highest) and COD4 (unsure: the lowest, and none of `neverUnsure` where there is another).
 */
export function resolveCandidates(
  { priority, neverUnsure }: Pick<Programme, 'priority' | 'neverUnsure'>,
  candidates: readonly string[],
  mode: CandidateMode,
): string | undefined {
  const ranked = priority.filter((code) => candidates.includes(code));
  if (mode === 'both') return ranked[0];
  return ranked.findLast((code) => !neverUnsure.includes(code)) ?? ranked.at(-1);
}
