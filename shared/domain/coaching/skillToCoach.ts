import { shareReached } from '../course/progress.ts';
import type { ScoredCriterion } from '../mastery.ts';

type JudgedWindow = { readonly assessable: boolean; readonly criteria: readonly ScoredCriterion[] };

/** A caregiver's last window (oldest first) that could be judged; observed situations do not decide. Rule NXT1. */
export function windowToCoachFrom<W extends JudgedWindow>(windows: readonly W[]): W | undefined {
  return windows.findLast(({ assessable, criteria }) => assessable && criteria.length > 0);
}

/** The unmet criterion nearest to its goal, on a tie the first in the program; undefined if all are met. Rule NXT1. */
export function skillToCoach(windows: readonly JudgedWindow[]): ScoredCriterion | undefined {
  const open = windowToCoachFrom(windows)?.criteria.filter(({ result }) => result.is === 'not met') ?? [];
  return open.toSorted((one, other) => shareReached(other) - shareReached(one))[0];
}
