/** What a chart of lines shows, and the table behind it says. */
type ChartSeries = {
  readonly id: string;
  readonly label: string;
  /** Beside the end of its line. */
  readonly short: string;
  /** One for each place on the axis; null where there is nothing. */
  readonly values: readonly (number | null)[];
};

type ChartLine = { readonly value: number; readonly label: string };

export type ChartData = {
  readonly title: string;
  /** What stands below the axis, and in the first column of the table. */
  readonly places: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Goals and cut-offs, drawn across. */
  readonly lines: readonly ChartLine[];
  /** The axis, from 0 unless said otherwise. */
  readonly from?: number;
  readonly upTo: number;
  readonly format: (value: number) => string;
  /** Whether the points at this place do not count and are drawn hollow. */
  readonly isHollow?: (place: number) => boolean;
  /** A last column of the table, such as what a session came to. */
  readonly remarks?: { readonly heading: string; readonly at: readonly string[] };
};
