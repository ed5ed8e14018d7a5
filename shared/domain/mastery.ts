/** How often each code was given. A code that is missing was never given. */
export type Tally = { readonly [code: string]: number };

/** One criterion as a programme's table states it: the sum of some codes against a goal. */
export type Criterion = {
  readonly rule: string;
  readonly label: string;
  readonly codes: readonly string[];
  readonly bound: 'at least' | 'at most';
  readonly goal: number;
};

/** A criterion with what was counted. `missing` is how many more (or fewer) it takes; 0 when met. */
export type ScoredCriterion = Criterion & {
  readonly actual: number;
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

/** Scores a tally against each criterion, with the reasons. Rules CDI1 to CDI4. */
export function scoreCriteria(tally: Tally, criteria: readonly Criterion[]): readonly ScoredCriterion[] {
  return criteria.map((criterion) => {
    const actual = criterion.codes.reduce((sum, code) => sum + (tally[code] ?? 0), 0);
    const met = criterion.bound === 'at least' ? actual >= criterion.goal : actual <= criterion.goal;
    return { ...criterion, actual, met, missing: met ? 0 : Math.abs(criterion.goal - actual) };
  });
}

/** Mastery of one window (rule CDI5): assessable, and every criterion met. Where none is set there is no mastery. */
export function scoreMastery(tally: Tally, criteria: readonly Criterion[], assessable: boolean): MasteryScore {
  const scored = scoreCriteria(tally, criteria);
  const allMet = scored.length > 0 && scored.every(({ met }) => met);
  return { assessable, mastered: assessable && allMet, criteria: scored };
}
