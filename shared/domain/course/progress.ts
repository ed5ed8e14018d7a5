import { actualOf, applicable, isAtGoal, type ScoredCriterion } from '../mastery.ts';

/** How far a criterion is reached, from 0 to 1; 0 where nothing was found that it could be told by. */
export function shareReached(criterion: ScoredCriterion): number {
  const { bound, goal } = criterion;
  const actual = actualOf(criterion);
  if (actual === null) return 0;
  if (isAtGoal(criterion)) return 1;
  if (bound === 'at least') return goal === 0 ? 0 : actual / goal;
  return (goal + 1) / (actual + 1);
}

/** How far a window's criteria are reached as a whole, from 0 to 1: the mean of those that anything arose for. Rules STA2, ANS2. */
export function progressOf(criteria: readonly ScoredCriterion[]): number {
  const arose = applicable(criteria);
  if (arose.length === 0) return 0;
  return arose.reduce((sum, criterion) => sum + shareReached(criterion), 0) / arose.length;
}
