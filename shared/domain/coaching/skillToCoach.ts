import { shareReached } from '../course/progress.ts';
import type { ScoredCriterion } from '../mastery.ts';

type JudgedWindow = { readonly assessable: boolean; readonly criteria: readonly ScoredCriterion[] };

/**
 * The window that says what to coach next: the last of a caregiver's windows, oldest first, that could be judged. What is
 * watched without criteria says nothing. Rule NXT1.
 */
export function windowToCoachFrom<W extends JudgedWindow>(windows: readonly W[]): W | undefined {
  return windows.findLast(({ assessable, criteria }) => assessable && criteria.length > 0);
}

/**
 * The skill to coach and to practice at home next: of the criteria that are not met, the one nearest to its goal; of two
 * that are equally near, the first of the program. Undefined where all that came up is met. Rule NXT1.
 */
export function skillToCoach(windows: readonly JudgedWindow[]): ScoredCriterion | undefined {
  const open = windowToCoachFrom(windows)?.criteria.filter(({ result }) => result.is === 'not met') ?? [];
  return open.toSorted((one, other) => shareReached(other) - shareReached(one))[0];
}
