/** What a line chart shows and the table behind it says. */
type ChartSeries = {
  readonly id: string;
  readonly label: string;
  /** Beside the end of its line. */
  readonly short: string;
  /** One for each place on the axis. Null if there is no value. */
  readonly values: readonly (number | null)[];
};

type ChartLine = { readonly value: number; readonly label: string };

export type ChartData = {
  readonly title: string;
  /** The labels below the axis, and the first column of the table. */
  readonly places: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Goals and cut-offs, drawn as horizontal lines. */
  readonly lines: readonly ChartLine[];
  /** The start of the axis. Default: 0. */
  readonly from?: number;
  readonly upTo: number;
  readonly format: (value: number) => string;
  /** Whether the points at this place do not count and are drawn hollow. */
  readonly isHollow?: (place: number) => boolean;
  /** A last column of the table, for example a session's result. */
  readonly remarks?: { readonly heading: string; readonly at: readonly string[] };
};
