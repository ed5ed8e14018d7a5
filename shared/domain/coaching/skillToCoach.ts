import { shareReached } from '../course/progress.ts';
import type { ScoredCriterion } from '../mastery.ts';

type JudgedWindow = { readonly assessable: boolean; readonly criteria: readonly ScoredCriterion[] };

/**
 * The window that decides what to coach next: the last of a caregiver's windows (oldest first) that could be judged.
 * Observed situations without criteria do not decide. Rule NXT1.
 */
export function windowToCoachFrom<W extends JudgedWindow>(windows: readonly W[]): W | undefined {
  return windows.findLast(({ assessable, criteria }) => assessable && criteria.length > 0);
}

/**
 * The skill to coach and to practice at home next: the unmet criterion that is nearest to its goal. Of two equally
 * near, the first in the program. Undefined if all criteria with anything to judge are met. Rule NXT1.
 */
export function skillToCoach(windows: readonly JudgedWindow[]): ScoredCriterion | undefined {
  const open = windowToCoachFrom(windows)?.criteria.filter(({ result }) => result.is === 'not met') ?? [];
  return open.toSorted((one, other) => shareReached(other) - shareReached(one))[0];
}
