/** How often each code was given. A code that is missing was never given. */
export type Tally = Readonly<Record<string, number>>;

/** What a share over nothing comes to: nothing to answer is no failure, unless a source says that it is. Rules ANS2, PDI6. */
export type OverNothing = 'not applicable' | 'not met';

/** What a criterion looks at. */
export type Measured =
  /** How often some codes were given. */
  | { readonly of: 'count'; readonly codes: readonly string[] }
  /** How many of all `among` were `codes`. */
  | {
      readonly of: 'share';
      readonly codes: readonly string[];
      readonly among: readonly string[];
      readonly overNothing: OverNothing;
    }
  /** How many of `codes` were answered by one of `by` in time, or by silence where that counts. Rule ANS1. */
  | {
      readonly of: 'answered';
      readonly codes: readonly string[];
      readonly by: readonly string[];
      readonly withinMs: number;
      readonly silenceCounts: boolean;
      readonly overNothing: OverNothing;
    }
  /** How many chances were taken: each of `codes` is one, and each of `chances` that none of them follows in time was missed. Rule ANS3. */
  | {
      readonly of: 'taken';
      readonly codes: readonly string[];
      readonly chances: readonly string[];
      readonly withinMs: number;
      readonly overNothing: OverNothing;
    }
  /** How many commands of these codes. Rule PDI1. */
  | { readonly of: 'commands'; readonly codes: readonly string[] }
  /** The share of commands that were effective. Rule PDI3. */
  | { readonly of: 'effective'; readonly codes: readonly string[] }
  /** The share of due follow-throughs that were correct. Rule PDI4. */
  | { readonly of: 'follow-through'; readonly codes: readonly string[] };

/** One criterion as a program's table states it. `rule` is its id in the book of rules. */
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
 * What a criterion came to. `actual` is a count or a share from 0 to 1, null over nothing; `missing` is how much more (or
 * less) it takes, for a share that is a share. Rule ANS2.
 */
export type CriterionResult =
  | { readonly is: 'met'; readonly actual: number }
  | { readonly is: 'not met'; readonly actual: number | null; readonly missing: number }
  /** Nothing arose that it could be judged by: it is left out of the verdict. */
  | { readonly is: 'not applicable' }
  /** The window is not judged, or not yet: how it stands so far. */
  | { readonly is: 'not assessable'; readonly actual: number | null; readonly missing: number };

/** A criterion with what it came to. */
export type ScoredCriterion = Criterion & { readonly result: CriterionResult };

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

/** Judges what was found by a criterion, in a window that can be assessed as far as time and commands go, or cannot. */
export function judge(criterion: Criterion, actual: number | null, assessable: boolean): ScoredCriterion {
  return { ...criterion, result: resultOf(criterion, actual, assessable) };
}

function resultOf(criterion: Criterion, actual: number | null, assessable: boolean): CriterionResult {
  const { bound, goal } = criterion;
  const isReached = actual !== null && (bound === 'at least' ? actual >= goal : actual <= goal);
  const missing = isReached ? 0 : Math.abs(goal - (actual ?? 0));
  if (!assessable) return { is: 'not assessable', actual, missing };
  if (isReached) return { is: 'met', actual };
  if (actual === null && overNothing(criterion) === 'not applicable') return { is: 'not applicable' };
  return { is: 'not met', actual, missing };
}

function overNothing(criterion: Criterion): OverNothing {
  return 'overNothing' in criterion ? criterion.overNothing : 'not met';
}

/** What was found, or null where there was nothing to take a share of. */
export function actualOf({ result }: Pick<ScoredCriterion, 'result'>): number | null {
  return result.is === 'not applicable' ? null : result.actual;
}

/** How much more (or less) it takes; 0 where that is nothing. */
export function missingOf({ result }: Pick<ScoredCriterion, 'result'>): number {
  return 'missing' in result ? result.missing : 0;
}

/** Whether the goal stands reached, also in a window that is not judged, or not yet. */
export function isAtGoal(criterion: Pick<ScoredCriterion, 'result'>): boolean {
  return actualOf(criterion) !== null && missingOf(criterion) === 0;
}

/** The criteria that anything arose for. Rule ANS2. */
export function applicable<T extends Pick<ScoredCriterion, 'result'>>(criteria: readonly T[]): readonly T[] {
  return criteria.filter(({ result }) => result.is !== 'not applicable');
}

/** Whether a criterion's figures are shares from 0 to 1, to be read as percentages. */
export function isShare({ of }: Pick<Criterion, 'of'>): boolean {
  return of !== 'count' && of !== 'commands';
}
