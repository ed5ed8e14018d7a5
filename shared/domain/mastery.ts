/** How often each code was given. A missing code was never given. */
export type Tally = Readonly<Record<string, number>>;

/** How a share without events is judged: as no failure, unless a source says otherwise. Rules ANS2, PDI6. */
type OverNothing = 'not applicable' | 'not met';

/** What a criterion measures. */
export type Measured =
  | { readonly of: 'count'; readonly codes: readonly string[] }
  /** The share of `codes` among all `among`. */
  | {
      readonly of: 'share';
      readonly codes: readonly string[];
      readonly among: readonly string[];
      readonly overNothing: OverNothing;
    }
  /** The share of `codes` that one of `by` answered in time, or silence if that counts. Rule ANS1. */
  | {
      readonly of: 'answered';
      readonly codes: readonly string[];
      readonly by: readonly string[];
      readonly withinMs: number;
      readonly silenceCounts: boolean;
      readonly overNothing: OverNothing;
    }
  /** The share of chances taken: `codes` took one, `chances` that none follows in time missed it. Rule ANS3. */
  | {
      readonly of: 'taken';
      readonly codes: readonly string[];
      readonly chances: readonly string[];
      readonly withinMs: number;
      readonly overNothing: OverNothing;
    }
  /** The number of commands with these codes. Rule PDI1. */
  | { readonly of: 'commands'; readonly codes: readonly string[] }
  /** The share of commands that were effective. Rule PDI3. */
  | { readonly of: 'effective'; readonly codes: readonly string[] }
  /** The share of required follow-throughs that were correct. Rule PDI4. */
  | { readonly of: 'follow-through'; readonly codes: readonly string[] };

export type Criterion = Measured & {
  readonly rule: string;
  readonly label: string;
  /** A short label of one or two words. */
  readonly short: string;
  readonly bound: 'at least' | 'at most';
  readonly goal: number;
  readonly goalOrigin: 'published' | 'local';
};

type Goal = Pick<Criterion, 'bound' | 'goal' | 'goalOrigin'>;

/** A goal that was published: to reach it is mastery. Rule PRO1. */
export const publishedGoal = (bound: Criterion['bound'], goal: number): Goal => ({
  bound,
  goal,
  goalOrigin: 'published',
});

/** A goal of our own, for practice. Rule PRO1. */
export const localGoal = (bound: Criterion['bound'], goal: number): Goal => ({ bound, goal, goalOrigin: 'local' });

/** `actual` is a count, or a share from 0 to 1 (null without events); `missing` is in the same unit. Rule ANS2. */
type CriterionResult =
  | { readonly is: 'met'; readonly actual: number }
  | { readonly is: 'not met'; readonly actual: number | null; readonly missing: number }
  /** There was nothing to judge it by, so it is left out of the verdict. */
  | { readonly is: 'not applicable' }
  /** The window is not judged, or not yet; this is the value so far. */
  | { readonly is: 'not assessable'; readonly actual: number | null; readonly missing: number };

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

export function sumOf(tally: Tally, codes: readonly string[]): number {
  return codes.reduce((sum, code) => sum + (tally[code] ?? 0), 0);
}

/** Judges a measured value by a criterion. `assessable` says whether the window's time and commands allow a verdict. */
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

/** The measured value; null for a share without events. */
export function actualOf({ result }: Pick<ScoredCriterion, 'result'>): number | null {
  return result.is === 'not applicable' ? null : result.actual;
}

export function missingOf({ result }: Pick<ScoredCriterion, 'result'>): number {
  return 'missing' in result ? result.missing : 0;
}

/** Whether the goal is reached, even in a window that is not judged, or not yet. */
export function isAtGoal(criterion: Pick<ScoredCriterion, 'result'>): boolean {
  return actualOf(criterion) !== null && missingOf(criterion) === 0;
}

/** The criteria that had anything to judge. Rule ANS2. */
export function applicable<T extends Pick<ScoredCriterion, 'result'>>(criteria: readonly T[]): readonly T[] {
  return criteria.filter(({ result }) => result.is !== 'not applicable');
}

/** Whether a criterion's figures are shares from 0 to 1, shown as percentages. */
export function isShare({ of }: Pick<Criterion, 'of'>): boolean {
  return of !== 'count' && of !== 'commands';
}
