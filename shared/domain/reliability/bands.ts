/** Event agreement passes from here on. Rule REL2. */
export const AGREEMENT_PASSES = 0.8;

/** A code that the reference gave less often has no kappa of its own. Rule REL5. */
export const FEWEST_FOR_KAPPA = 5;

/** With fewer windows, the combined figure is shown in gray. Rule REL8. */
export const FEWEST_FOR_ICC = 5;

/** How a figure reads: the best band whose `from` it reaches. */
export type Band<Name extends string> = { readonly from: number; readonly name: Name };

/** The band below 0.40 follows the manual; the others are conventions. Rule REL7. */
export const KAPPA_BANDS: readonly Band<'poor' | 'fair' | 'acceptable' | 'strong'>[] = [
  { from: -Infinity, name: 'poor' },
  { from: 0.4, name: 'fair' },
  { from: 0.6, name: 'acceptable' },
  { from: 0.8, name: 'strong' },
];

export type IccBand = 'poor' | 'moderate' | 'good' | 'excellent';

/** Judged by both ends of the 95% interval, not by the figure alone. Rule REL8. */
export const ICC_BANDS: readonly Band<IccBand>[] = [
  { from: -Infinity, name: 'poor' },
  { from: 0.5, name: 'moderate' },
  { from: 0.75, name: 'good' },
  { from: 0.9, name: 'excellent' },
];

export function bandOf<Name extends string>(bands: readonly Band<Name>[], value: number): Name | undefined {
  return bands.findLast(({ from }) => value >= from)?.name;
}
