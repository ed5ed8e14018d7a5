/** One code of one coder, at session time in ms. */
export type TimedCode = { readonly at: number; readonly code: string };

/** One row of an alignment. The trainee missed an omission's code; only the trainee gave a commission's code. */
export type AlignedRow<T extends TimedCode = TimedCode> =
  | { readonly is: 'agreement' | 'substitution'; readonly reference: T; readonly trainee: T }
  | { readonly is: 'omission'; readonly reference: T }
  | { readonly is: 'commission'; readonly trainee: T };

/** Two codes further apart than this, in ms, are not of the same utterance. Rule REL1. */
export const TOLERANCE_MS = 2_000;

/** Costs are in ms apart; one second costs 0.01 of a difference. Whole numbers make equal costs exact. Rule REL1. */
export const COST_OF_DIFFERENCE = 100_000;
export const COST_ALONE = 75_000;
/** On a tie, more agreements win, then more pairs. Too small to change any other comparison, up to 4,096 codes. */
const FOR_AGREEMENT = 2 ** -12;
const FOR_PAIR = 2 ** -24;

/** The first row of the best alignment of two tails. */
const FIRSTS = ['end', 'pair', 'omission', 'commission'] as const;
const [END, PAIR, OMISSION, COMMISSION] = [0, 1, 2, 3] as const;

/**
 * Aligns the codes of two coders at the lowest total cost, keeping the order of both. Ties are broken at the first
 * difference: a pair comes before a lone code, and a lone code of the reference before one of the trainee. Rule REL1.
 */
export function alignCodes<T extends TimedCode>(
  reference: readonly T[],
  trainee: readonly T[],
  toleranceMs: number = TOLERANCE_MS,
): readonly AlignedRow<T>[] {
  const ours = inTime(reference);
  const theirs = inTime(trainee);
  const firsts = firstOfTails(ours, theirs, toleranceMs);
  const rows: AlignedRow<T>[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const row = rowAt(FIRSTS[firsts[i]?.[j] ?? END], ours[i], theirs[j]);
    if (row === undefined) return rows;
    rows.push(row);
    if ('reference' in row) i++;
    if ('trainee' in row) j++;
  }
}

function inTime<T extends TimedCode>(codes: readonly T[]): readonly T[] {
  return codes.toSorted((one, other) => one.at - other.at);
}

/** For every pair of tails an index into `FIRSTS`, in one byte each, because records can be long. */
function firstOfTails(
  ours: readonly TimedCode[],
  theirs: readonly TimedCode[],
  toleranceMs: number,
): readonly Uint8Array[] {
  const table = new Array<Uint8Array>(ours.length + 1);
  let below = new Float64Array(theirs.length + 1).fill(Infinity);
  for (let i = ours.length; i >= 0; i--) {
    const costs = new Float64Array(theirs.length + 1);
    const row = new Uint8Array(theirs.length + 1);
    for (let j = theirs.length; j >= 0; j--) {
      const paired = costOfPair(ours[i], theirs[j], toleranceMs) + (below[j + 1] ?? Infinity);
      const omitted = COST_ALONE + (below[j] ?? Infinity);
      const added = COST_ALONE + (costs[j + 1] ?? Infinity);
      const first = cheapest(paired, omitted, added);
      row[j] = first;
      costs[j] = first === END ? 0 : Math.min(paired, omitted, added);
    }
    table[i] = row;
    below = costs;
  }
  return table;
}

function cheapest(paired: number, omitted: number, added: number): number {
  const cost = Math.min(paired, omitted, added);
  if (cost === Infinity) return END;
  if (cost === paired) return PAIR;
  return cost === omitted ? OMISSION : COMMISSION;
}

function costOfPair(one: TimedCode | undefined, other: TimedCode | undefined, toleranceMs: number): number {
  if (one === undefined || other === undefined) return Infinity;
  const apartMs = Math.abs(one.at - other.at);
  if (apartMs > toleranceMs) return Infinity;
  return apartMs - FOR_PAIR + (one.code === other.code ? -FOR_AGREEMENT : COST_OF_DIFFERENCE);
}

function rowAt<T extends TimedCode>(
  first: (typeof FIRSTS)[number] | undefined,
  reference: T | undefined,
  trainee: T | undefined,
): AlignedRow<T> | undefined {
  if (first === 'pair' && reference !== undefined && trainee !== undefined) {
    return { is: reference.code === trainee.code ? 'agreement' : 'substitution', reference, trainee };
  }
  if (first === 'omission' && reference !== undefined) return { is: 'omission', reference };
  if (first === 'commission' && trainee !== undefined) return { is: 'commission', trainee };
  return undefined;
}
