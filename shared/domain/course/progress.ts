import type { ScoredCriterion } from '../mastery.ts';

/** How far a criterion is reached, from 0 to 1. */
export function shareReached({ bound, goal, actual, met }: ScoredCriterion): number {
  if (met) return 1;
  if (actual === null) return 0;
  if (bound === 'at least') return goal === 0 ? 0 : actual / goal;
  return (goal + 1) / (actual + 1);
}

/** How far a window's criteria are reached as a whole, from 0 to 1: the mean of their shares. Rule STA2. */
export function progressOf(criteria: readonly ScoredCriterion[]): number {
  if (criteria.length === 0) return 0;
  return criteria.reduce((sum, criterion) => sum + shareReached(criterion), 0) / criteria.length;
}
