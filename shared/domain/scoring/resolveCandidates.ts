import type { Program } from '../programs/program.ts';

/** Why a coder gave two codes for one utterance: it has both, or it is one of them. */
export type CandidateMode = 'both' | 'unsure';

type Orders = Pick<Program, 'priority' | 'responsePriority'>;

/** The orders that candidates are ranked by: one of what the parent says, one of what the child does. */
export function candidateOrders({ priority, responsePriority = [] }: Orders): readonly (readonly string[])[] {
  return [priority, responsePriority];
}

/**
 * The one code that stands for what the coder saw, or undefined where the program ranks none of them. Rules COD3 (both:
 * the highest) and COD4 (unsure: the lowest, and none of `neverUnsure` where there is another).
 */
export function resolveCandidates(
  program: Orders & Pick<Program, 'neverUnsure'>,
  candidates: readonly string[],
  mode: CandidateMode,
): string | undefined {
  const order = candidateOrders(program).find((codes) => codes.some((code) => candidates.includes(code)));
  const ranked = order?.filter((code) => candidates.includes(code)) ?? [];
  if (mode === 'both') return ranked[0];
  return ranked.findLast((code) => !program.neverUnsure.includes(code)) ?? ranked.at(-1);
}
