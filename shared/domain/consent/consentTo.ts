import { type Assent, CHILD_MAY_OBJECT, CONSENT_WORDINGS, type ConsentPurpose } from './consentPurposes.ts';

/** The last answer of one person about one purpose, for themselves or, as a guardian, for the child. */
export type ConsentAnswer = {
  readonly purpose: ConsentPurpose;
  /** A caregiver’s id, or the child. */
  readonly about: string;
  readonly saidBy: string;
  readonly answer: 'given' | 'refused' | 'withdrawn';
  readonly wording: number;
  /** The last day of a yes (YYYY-MM-DD). Null for a no, which has no end. */
  readonly until: string | null;
  readonly assent: Assent | null;
};

/** What an answer is worth on a day. `outdated`: the wording has changed so much that it must be asked again. */
type ConsentStanding = 'given' | 'refused' | 'withdrawn' | 'expired' | 'outdated' | 'not-asked';

/** Rule CNS1. `today` is the clinic’s day. */
export function consentStanding(answer: ConsentAnswer | undefined, today: string): ConsentStanding {
  if (answer === undefined) return 'not-asked';
  if (answer.answer !== 'given') return answer.answer;
  if (answer.until !== null && answer.until < today) return 'expired';
  return answer.wording < CONSENT_WORDINGS[answer.purpose].countsFrom ? 'outdated' : 'given';
}

export type ConsentTable = {
  /** The last answer of each person about each purpose and each person that it is about. */
  readonly answers: readonly ConsentAnswer[];
  readonly guardians: readonly string[];
};

/** `against`: somebody said no. `open`: nobody said no, and somebody has not said yes. */
export type Consented = 'agreed' | 'open' | 'against';

/**
 * What these caregivers, and the guardians for the child, said about a purpose. The one question that features ask.
 * Rules CNS1, CNS3.
 */
export function consentTo(
  purpose: ConsentPurpose,
  caregivers: readonly string[],
  { answers, guardians }: ConsentTable,
  today: string,
): Consented {
  const asked = answers.filter((one) => one.purpose === purpose);
  const forChild = asked.filter(({ about, saidBy }) => about === 'child' && guardians.includes(saidBy));
  const own = caregivers.map((id) => asked.find(({ about }) => about === id));
  const standing = (one: ConsentAnswer | undefined) => consentStanding(one, today);
  if ([...own, ...forChild].some((one) => one !== undefined && one.answer !== 'given')) return 'against';
  if (CHILD_MAY_OBJECT.has(purpose) && forChild.some(({ assent }) => assent === 'objects')) return 'against';
  const isAgreed = own.every((one) => standing(one) === 'given') && forChild.some((one) => standing(one) === 'given');
  return isAgreed ? 'agreed' : 'open';
}
