/** What one coder gave, at session time in ms. */
export type TimedCode = { readonly at: number; readonly code: string };

/** One row of an alignment. An omission is what the trainee missed; a commission is what only the trainee has. */
export type AlignedRow<T extends TimedCode = TimedCode> =
  | { readonly is: 'agreement' | 'substitution'; readonly reference: T; readonly trainee: T }
  | { readonly is: 'omission'; readonly reference: T }
  | { readonly is: 'commission'; readonly trainee: T };

/** What an alignment costs: apart in time, differing in code, or with nobody to pair with. Rule REL1. */
const COST_A_SECOND = 0.01;
const COST_OF_DIFFERENCE = 1;
const COST_ALONE = 0.75;
/** Apart by more than this, two codes are not of the same utterance. */
const TOLERANCE_MS = 2_000;

/** A best alignment of two tails of the records: what it costs, and what its first row is. */
type Best = { readonly cost: number; readonly first: 'pair' | 'omission' | 'commission' | 'end' };

/** Aligns what two coders gave, keeping the order of both, at the least total cost. Rule REL1. */
export function alignCodes<T extends TimedCode>(
  reference: readonly T[],
  trainee: readonly T[],
  toleranceMs: number = TOLERANCE_MS,
): readonly AlignedRow<T>[] {
  const ours = inTime(reference);
  const theirs = inTime(trainee);
  const best = bestOfTails(ours, theirs, toleranceMs);
  const rows: AlignedRow<T>[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const row = rowAt(best[i]?.[j]?.first, ours[i], theirs[j]);
    if (row === undefined) return rows;
    rows.push(row);
    if ('reference' in row) i++;
    if ('trainee' in row) j++;
  }
}

function inTime<T extends TimedCode>(codes: readonly T[]): readonly T[] {
  return codes.toSorted((one, other) => one.at - other.at);
}

/** The best for every pair of tails, from the ends to the whole. */
function bestOfTails(
  ours: readonly TimedCode[],
  theirs: readonly TimedCode[],
  toleranceMs: number,
): readonly (readonly Best[])[] {
  const table: Best[][] = [];
  for (let i = ours.length; i >= 0; i--) {
    const row: Best[] = [];
    table[i] = row;
    for (let j = theirs.length; j >= 0; j--) {
      const paired = costOfPair(ours[i], theirs[j], toleranceMs) + costAt(table, i + 1, j + 1);
      const omitted = i < ours.length ? COST_ALONE + costAt(table, i + 1, j) : Infinity;
      const added = j < theirs.length ? COST_ALONE + costAt(table, i, j + 1) : Infinity;
      row[j] = cheapest(paired, omitted, added);
    }
  }
  return table;
}

function costAt(table: readonly (readonly Best[])[], i: number, j: number): number {
  return table[i]?.[j]?.cost ?? Infinity;
}

function cheapest(paired: number, omitted: number, added: number): Best {
  const cost = Math.min(paired, omitted, added);
  if (cost === Infinity) return { cost: 0, first: 'end' };
  if (cost === paired) return { cost, first: 'pair' };
  return { cost, first: cost === omitted ? 'omission' : 'commission' };
}

function costOfPair(one: TimedCode | undefined, other: TimedCode | undefined, toleranceMs: number): number {
  if (one === undefined || other === undefined) return Infinity;
  const apartMs = Math.abs(one.at - other.at);
  if (apartMs > toleranceMs) return Infinity;
  return (apartMs / 1_000) * COST_A_SECOND + (one.code === other.code ? 0 : COST_OF_DIFFERENCE);
}

function rowAt<T extends TimedCode>(
  first: Best['first'] | undefined,
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

/** How far two coders agree, event by event. Null where neither gave anything. Rule REL2. */
export type Agreement = {
  readonly agreements: number;
  readonly substitutions: number;
  readonly omissions: number;
  readonly commissions: number;
  readonly eventAgreement: number | null;
};

/** Counts the rows of an alignment. */
export function agreementOf(rows: readonly AlignedRow[]): Agreement {
  const count = (is: AlignedRow['is']) => rows.filter((row) => row.is === is).length;
  const agreements = count('agreement');
  return {
    agreements,
    substitutions: count('substitution'),
    omissions: count('omission'),
    commissions: count('commission'),
    eventAgreement: rows.length === 0 ? null : agreements / rows.length,
  };
}
