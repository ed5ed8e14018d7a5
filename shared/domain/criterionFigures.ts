import { isShare, type ScoredCriterion } from './mastery.ts';

/** How a criterion stands, in whole numbers to be shown: counts, or points of a hundred. */
export type Figures = {
  readonly actual: number | null;
  readonly goal: number;
  /** How much more (or less) it takes; 0 when met. */
  readonly missing: number;
  readonly inPercent: boolean;
};

/** Rounds so that what is not met never reads as met: 74.9 of 75 % is 74 %, with a point to go. */
export function figuresOf({ of, bound, goal, actual, missing }: ScoredCriterion): Figures {
  if (!isShare({ of })) return { actual, goal, missing, inPercent: false };
  const strictly = bound === 'at least' ? Math.floor : Math.ceil;
  // A share like 0.29 is a hair less than 29 hundredths once it is multiplied.
  const points = (share: number, round: (n: number) => number) => round(Number((share * 100).toFixed(6)));
  return {
    actual: actual === null ? null : points(actual, strictly),
    goal: points(goal, Math.round),
    missing: points(missing, Math.ceil),
    inPercent: true,
  };
}
