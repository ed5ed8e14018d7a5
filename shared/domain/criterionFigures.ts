import { actualOf, isShare, missingOf, type ScoredCriterion } from './mastery.ts';

/** How a criterion stands, in whole numbers to be shown: counts, or points of a hundred. */
export type Figures = {
  /** Null where there was nothing to take a share of. */
  readonly actual: number | null;
  readonly goal: number;
  /** How much more (or less) it takes; 0 when met. */
  readonly missing: number;
  readonly inPercent: boolean;
};

/** Rounds so that what is not met never reads as met: 74.9 of 75 % is 74 %, with a point to go. */
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

/** A share from 0 to 1 in whole percent, rounded down unless told otherwise: short of a goal never reads as reached. */
export function percentOf(share: number, round: (n: number) => number = Math.floor): number {
  // A share like 0.29 is a hair less than 29 hundredths once it is multiplied.
  return round(Number((share * 100).toFixed(6)));
}

/** A criterion's figures as they are read everywhere, on a screen and in a file. */
export type FigureTexts = {
  /** Null where there was nothing to find. */
  readonly actual: string | null;
  readonly goal: string;
};

/** A criterion's figures as text: a count as it is, a share in whole percent with its sign. */
export function figureTexts(criterion: ScoredCriterion): FigureTexts {
  const { actual, goal, inPercent } = figuresOf(criterion);
  const say = (value: number) => (inPercent ? `${value} %` : String(value));
  return { actual: actual === null ? null : say(actual), goal: say(goal) };
}

const METS = {
  met: 'yes',
  'not met': 'no',
  'not applicable': 'did not come up',
  'not assessable': 'not judged',
} as const;

/** Whether a criterion is met, as a file says it. Rule ANS2. */
export function metText({ result }: Pick<ScoredCriterion, 'result'>): string {
  return METS[result.is];
}

/** A share from 0 to 1 as it is read: 74 %. */
export function percentText(share: number): string {
  return `${percentOf(share)} %`;
}
