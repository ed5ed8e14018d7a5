import type { AlignedRow } from './alignCodes.ts';

/** Agreement beyond chance, with its parts. */
export type Kappa = {
  /** (observed − expected) / (1 − expected). Null without rows, or if chance alone would agree on all of them. */
  readonly kappa: number | null;
  /** The share of rows that agree; null without rows. */
  readonly observed: number | null;
  /** The share that would agree by chance; null without rows. */
  readonly expected: number | null;
  /** Kappa as it would be if all codes were equally common: 2 × observed − 1. */
  readonly pabak: number | null;
};

/** Kappa from the observed share of agreement and the share expected by chance. */
export function kappaOf(observed: number | null, expected: number | null): Kappa {
  if (observed === null || expected === null) return { kappa: null, observed, expected, pabak: null };
  const kappa = expected === 1 ? null : (observed - expected) / (1 - expected);
  return { kappa, observed, expected, pabak: 2 * observed - 1 };
}

/** Cohen's kappa over the paired rows alone: how the coders name what both saw. Rule REL3. */
export function kappaMatched(rows: readonly AlignedRow[]): Kappa {
  const paired = rows.filter(({ is }) => is === 'agreement' || is === 'substitution');
  const pairs = paired.length;
  if (pairs === 0) return kappaOf(null, null);
  return kappaOf(agreed(rows) / pairs, sumOfProducts(paired) / pairs ** 2);
}

/**
 * Kappa over all rows, with "nothing" as a code of its own. Nothing against nothing cannot be observed, so the chance
 * table is the quasi-independent one with that cell at 0, in closed form: if `pairs` of the rows are paired, code k
 * against code l is expected reference(k) × trainee(l) × pairs / (all of the reference × all of the trainee). Rule
 * REL3.
 */
export function kappaWithNil(rows: readonly AlignedRow[]): Kappa {
  if (rows.length === 0) return kappaOf(null, null);
  const ofReference = rows.filter((row) => 'reference' in row).length;
  const ofTrainee = rows.filter((row) => 'trainee' in row).length;
  const pairs = ofReference + ofTrainee - rows.length;
  // Without any pair, none is expected; one coder may even have given nothing.
  const expected = pairs === 0 ? 0 : (sumOfProducts(rows) * pairs) / (ofReference * ofTrainee * rows.length);
  return kappaOf(agreed(rows) / rows.length, expected);
}

function agreed(rows: readonly AlignedRow[]): number {
  return rows.filter(({ is }) => is === 'agreement').length;
}

/** The sum over all codes of the reference's count times the trainee's count. */
function sumOfProducts(rows: readonly AlignedRow[]): number {
  const ofReference = tally(rows.flatMap((row) => ('reference' in row ? [row.reference.code] : [])));
  const ofTrainee = tally(rows.flatMap((row) => ('trainee' in row ? [row.trainee.code] : [])));
  return [...ofReference].reduce((sum, [code, count]) => sum + count * (ofTrainee.get(code) ?? 0), 0);
}

function tally(codes: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
