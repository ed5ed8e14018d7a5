import { actualOf, isShare, missingOf, type ScoredCriterion } from './mastery.ts';

/** A criterion in whole numbers for display: counts, or percentage points. */
export type Figures = {
  /** Null for a share without events. */
  readonly actual: number | null;
  readonly goal: number;
  /** How much more (or less) is needed; 0 if the criterion is met. */
  readonly missing: number;
  readonly inPercent: boolean;
};

/** Rounds so that an unmet criterion never reads as met: 74.9 against 75 is shown as 74%, with one point to go. */
export function figuresOf(criterion: ScoredCriterion): Figures {
  const { bound, goal } = criterion;
  const actual = actualOf(criterion);
  const missing = missingOf(criterion);
  if (!isShare(criterion)) return { actual, goal, missing, inPercent: false };
  const strictly = bound === 'at least' ? Math.floor : Math.ceil;
  return {
    actual: actual === null ? null : percentOf(actual, strictly),
    goal: percentOf(goal, Math.round),
    missing: percentOf(missing, Math.ceil),
    inPercent: true,
  };
}

/** A share from 0 to 1 as a whole percent, rounded down by default so that it never reads as reached too early. */
export function percentOf(share: number, round: (n: number) => number = Math.floor): number {
  // Floating point makes 0.29 × 100 slightly less than 29.
  return round(Number((share * 100).toFixed(6)));
}

type FigureTexts = {
  /** Null if there was nothing to judge. */
  readonly actual: string | null;
  readonly goal: string;
};

/** A criterion's figures as text: a count as it is, a share as a whole percent with its sign. */
export function figureTexts(criterion: ScoredCriterion): FigureTexts {
  const { actual, goal, inPercent } = figuresOf(criterion);
  const say = (value: number) => (inPercent ? `${value}%` : String(value));
  return { actual: actual === null ? null : say(actual), goal: say(goal) };
}

const METS = {
  met: 'yes',
  'not met': 'no',
  'not applicable': 'did not come up',
  'not assessable': 'not judged',
} as const;

/** Whether a criterion is met, as files state it. Rule ANS2. */
export function metText({ result }: Pick<ScoredCriterion, 'result'>): string {
  return METS[result.is];
}

export function percentText(share: number): string {
  return `${percentOf(share)}%`;
}
