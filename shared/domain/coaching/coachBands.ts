/** The coach's figures that have a range of their own. */
export type CoachFigure =
  | 'perMinute'
  | 'responsiveShare'
  | 'correctiveToPraise'
  | 'medianLagMs'
  | 'answeredShare'
  | 'reuseShare'
  | 'longestSilenceMs'
  | 'talkOverMs';

/** A figure with its usual range. */
export type CoachBand = {
  readonly figure: CoachFigure;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly rule: string;
};

/** For reflection, and never a gate: no source sets a standard. Rule TPC7. */
export const COACH_BANDS: readonly CoachBand[] = [
  { figure: 'perMinute', from: 5, to: 10, rule: 'TPC1' },
  { figure: 'responsiveShare', from: 0.5, to: 0.8, rule: 'TPC2' },
  { figure: 'correctiveToPraise', from: undefined, to: 0.2, rule: 'TPC3' },
  { figure: 'medianLagMs', from: undefined, to: 2_000, rule: 'TPC4' },
  { figure: 'answeredShare', from: undefined, to: undefined, rule: 'TPC4' },
  { figure: 'reuseShare', from: undefined, to: undefined, rule: 'TPC5' },
  { figure: 'longestSilenceMs', from: undefined, to: undefined, rule: 'TPC6' },
  { figure: 'talkOverMs', from: undefined, to: undefined, rule: 'TPC8' },
];

/** Whether a figure is in, below or above its range. Undefined if there is no figure or no range. */
export function placeInBand(value: number | null, { from, to }: CoachBand): 'below' | 'within' | 'above' | undefined {
  if (value === null || (from === undefined && to === undefined)) return undefined;
  if (from !== undefined && value < from) return 'below';
  return to !== undefined && value > to ? 'above' : 'within';
}
