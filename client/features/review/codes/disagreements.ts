import type { Program } from '#shared/domain/programs/program.ts';
import { comparePair, reliabilityOf } from '#shared/session/review/reliabilityOf.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/** Disagreements closer together than this, in ms, count as one. */
const ONE_PLACE_MS = 1_000;

/** Session times (ms) at which two coders of a window gave different codes, in order. */
export function disagreements(state: SessionState, program: Program): readonly number[] {
  const moments = reliabilityOf(state, program).flatMap((pair) =>
    comparePair(pair, program).rows.flatMap((row) => {
      if (row.is === 'agreement') return [];
      return [row.is === 'commission' ? row.trainee.at : row.reference.at];
    }),
  );
  return moments
    .toSorted((one, other) => one - other)
    .filter((at, index, all) => index === 0 || at - (all[index - 1] ?? -Infinity) >= ONE_PLACE_MS);
}
