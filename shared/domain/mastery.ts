/** How often each code was given. A code that is missing was never given. */
export type Tally = Readonly<Record<string, number>>;

/** What a criterion looks at. A share over nothing is null, and not met. */
export type Measured =
  /** How often some codes were given. */
  | { readonly of: 'count'; readonly codes: readonly string[] }
  /** How many of all `among` were `codes`. */
  | { readonly of: 'share'; readonly codes: readonly string[]; readonly among: readonly string[] }
  /** How many of `codes` were answered by one of `by` in time, or by silence where that counts. */
  | {
      readonly of: 'answered';
      readonly codes: readonly string[];
      readonly by: readonly string[];
      readonly withinMs: number;
      readonly silenceCounts: boolean;
    }
  /** How many commands of these codes. Rule PDI1. */
  | { readonly of: 'commands'; readonly codes: readonly string[] }
  /** The share of commands that were effective. Rule PDI3. */
  | { readonly of: 'effective'; readonly codes: readonly string[] }
  /** The share of due follow-throughs that were correct. Rule PDI4. */
  | { readonly of: 'follow-through'; readonly codes: readonly string[] };

/** One criterion as a programme's table states it. `rule` is its id in the book of rules. */
export type Criterion = Measured & {
  readonly rule: string;
  readonly label: string;
  /** For where there is little room: one or two words. */
  readonly short: string;
  readonly bound: 'at least' | 'at most';
  /** A count, or a share from 0 to 1. */
  readonly goal: number;
  /** Whether the goal is published or a clinic's own. */
  readonly goalOrigin: 'published' | 'local';
};

/**
 * A criterion with what was found. `missing` is how much more (or less) it takes, 0 when met; for a share that is a
 * share. `actual` is null where there was nothing to take a share of.
 */
export type ScoredCriterion = Criterion & {
  readonly actual: number | null;
  readonly met: boolean;
  readonly missing: number;
};

export type MasteryScore = {
  readonly assessable: boolean;
  readonly mastered: boolean;
  readonly criteria: readonly ScoredCriterion[];
};

/** Counts codes in the order given. */
export function tallyOf(codes: readonly string[]): Tally {
  const tally: Record<string, number> = {};
  for (const code of codes) tally[code] = (tally[code] ?? 0) + 1;
  return tally;
}

/** The sum of some codes. */
export function sumOf(tally: Tally, codes: readonly string[]): number {
  return codes.reduce((sum, code) => sum + (tally[code] ?? 0), 0);
}

/** Judges what was found by a criterion. */
export function judge(criterion: Criterion, actual: number | null): ScoredCriterion {
  const { bound, goal } = criterion;
  const met = actual !== null && (bound === 'at least' ? actual >= goal : actual <= goal);
  return { ...criterion, actual, met, missing: met ? 0 : Math.abs(goal - (actual ?? 0)) };
}

/** Whether a criterion's figures are shares from 0 to 1, to be read as percentages. */
export function isShare({ of }: Pick<Criterion, 'of'>): boolean {
  return of !== 'count' && of !== 'commands';
}
