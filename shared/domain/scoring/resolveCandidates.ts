import type { Program } from '../programs/program.ts';

/** Why a coder gave two codes for one utterance: it is both, or the coder is unsure which. */
export type CandidateMode = 'both' | 'unsure';

type Orders = Pick<Program, 'priority' | 'responsePriority'>;

/** The orders that rank the candidates: one for the parent's codes, one for the child's. */
export function candidateOrders({ priority, responsePriority = [] }: Orders): readonly (readonly string[])[] {
  return [priority, responsePriority];
}

/**
 * The code that the candidates count as; undefined if the program ranks none of them. COD3 (both): the highest. COD4
 * (unsure): the lowest, and one of `neverUnsure` only if there is no other.
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
