import type { ScoredCriterion } from '../mastery.ts';

/** Why a window cannot be assessed. Rules WIN1, WIN5, PDI5, ANS2. */
export type NotAssessable = 'void' | 'nothing came up' | 'too short' | 'too few commands';

type JudgedWindow = {
  readonly standing: 'sound' | 'flagged' | 'void';
  readonly assessable: boolean;
  readonly codedMs: number;
  readonly criteria: readonly Pick<ScoredCriterion, 'result'>[];
};

/** Why a window cannot be assessed; undefined if it can. `neededMs` is the time that its phase requires. */
export function whyNotAssessable(
  { standing, assessable, codedMs, criteria }: JudgedWindow,
  neededMs: number,
): NotAssessable | undefined {
  if (standing === 'void') return 'void';
  if (assessable) return undefined;
  if (criteria.some(({ result }) => result.is === 'not applicable')) return 'nothing came up';
  return codedMs < neededMs ? 'too short' : 'too few commands';
}
