import { SENSES } from './sight.ts';

/** What the lead coach lost: a person who said that they left, a connection, or a sense. Rules WIN4, SES8. */
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
 * The causes of one or several gaps, for the middle of a sentence on screens and in files: "no picture and no sound".
 * Causes that only some of the gaps had are joined with "or". Each gap has at least one cause. Rule WIN4.
 */
export function gapWords(gaps: readonly (readonly GapCause[])[]): string {
  const all = GAP_CAUSES.filter((cause) => gaps.some((causes) => causes.includes(cause)));
  const isInEach = all.every((cause) => gaps.every((causes) => causes.includes(cause)));
  return (isInEach ? AND : OR).format(all.map((cause) => WORDS[cause]));
}

/** The same text for the beginning of a line. */
export function gapTitle(gaps: readonly (readonly GapCause[])[]): string {
  const words = gapWords(gaps);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
