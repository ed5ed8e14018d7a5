import { median } from './statistics.ts';

/** One round: our figure and, if there is a baseline, its figure in the same round. */
export type Round = { readonly ours: number; readonly bare?: number };

/** The maximum of a figure, or of its ratio to the baseline. */
export type Target = { readonly value?: number; readonly ratio?: number };

/** A measured figure. On a shared machine the ratio says more than single absolute times. */
export type Figure = {
  /** Ours: the median over the rounds. */
  readonly value: number;
  readonly unit: string;
  /** The baseline's median over the same rounds. Null without a baseline. */
  readonly baseline: number | null;
  /** The median of the rounds' own ratios, which is not the ratio of the medians. */
  readonly ratio: number | null;
  readonly target: Target;
  readonly rounds: number;
  /** Ours in its worst round. */
  readonly worst: number;
};

/** All figures of a bench, by name. */
export type Figures = Readonly<Record<string, Figure>>;

export function figureOf(rounds: readonly Round[], unit: string, target: Target): Figure {
  const ours = rounds.map((round) => round.ours);
  const bare = rounds.map((round) => round.bare).filter((value) => value !== undefined);
  const ratios = rounds.flatMap((round) => (round.bare ? [round.ours / round.bare] : []));
  return {
    value: median(ours),
    unit,
    baseline: bare.length === 0 ? null : median(bare),
    ratio: ratios.length === 0 ? null : median(ratios),
    target,
    rounds: rounds.length,
    worst: Math.max(...ours),
  };
}

/** Whether every part of the target is met. Without a baseline, a ratio target is not met. */
export function isMet({ value, ratio, target }: Pick<Figure, 'value' | 'ratio' | 'target'>): boolean {
  return value <= (target.value ?? Infinity) && (ratio ?? Infinity) <= (target.ratio ?? Infinity);
}
