import { actualOf, applicable, isAtGoal, type ScoredCriterion } from '../mastery.ts';

/** How far a criterion is met, from 0 to 1. It is 0 if there was nothing to judge it by. */
export function shareReached(criterion: ScoredCriterion): number {
  const { bound, goal } = criterion;
  const actual = actualOf(criterion);
  if (actual === null) return 0;
  if (isAtGoal(criterion)) return 1;
  if (bound === 'at least') return goal === 0 ? 0 : actual / goal;
  return (goal + 1) / (actual + 1);
}

/** From 0 to 1: the mean over a window's criteria that had anything to judge. Rules STA2, ANS2. */
export function progressOf(criteria: readonly ScoredCriterion[]): number {
  const arose = applicable(criteria);
  if (arose.length === 0) return 0;
  return arose.reduce((sum, criterion) => sum + shareReached(criterion), 0) / arose.length;
}
