import { SENSES } from './sight.ts';

/**
 * What a gap took from the lead coach: somebody said that they left, a connection was lost, or with the connection standing
 * the room's picture or its sound. Rules WIN4, SES8.
 */
export const GAP_CAUSES = ['coach-left', 'family-left', 'connection', ...SENSES] as const;
export type GapCause = (typeof GAP_CAUSES)[number];

const WORDS = {
  'coach-left': 'the coach left',
  'family-left': 'the family left',
  connection: 'cut off',
  picture: 'no picture',
  sound: 'no sound',
} as const satisfies Record<GapCause, string>;
const AND = new Intl.ListFormat('en', { type: 'conjunction' });
const OR = new Intl.ListFormat('en', { type: 'disjunction' });

/**
 * What was lost in one gap or in several, as every screen and file says it in the middle of a sentence: "no picture and no
 * sound". What was missing in some of the gaps alone is told with "or". Each gap has at least one cause. Rule WIN4.
 */
export function gapWords(gaps: readonly (readonly GapCause[])[]): string {
  const all = GAP_CAUSES.filter((cause) => gaps.some((causes) => causes.includes(cause)));
  const isInEach = all.every((cause) => gaps.every((causes) => causes.includes(cause)));
  return (isInEach ? AND : OR).format(all.map((cause) => WORDS[cause]));
}

/** The same where a line begins with it. */
export function gapTitle(gaps: readonly (readonly GapCause[])[]): string {
  const words = gapWords(gaps);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
