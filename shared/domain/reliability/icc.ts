import { fQuantile } from './fQuantile.ts';

/** An intraclass correlation with its 95% interval, which is null if the data give none. */
export type Icc = { readonly value: number; readonly interval: readonly [low: number, high: number] | null };

/** How far coders give the same counts across windows. Null if the counts do not vary. Rule REL8. */
export type CountCorrelation = {
  readonly windows: number;
  /** ICC(A,1): absolute agreement of single coders. */
  readonly agreement: Icc | null;
  /** ICC(C,1): consistency of single coders. It ignores a coder's constant surplus, so it only ranks. */
  readonly consistency: Icc | null;
};

/** For one count per window (rows) and coder (columns): the variance of windows, coders and the rest. */
type MeanSquares = {
  readonly windows: number;
  readonly coders: number;
  readonly betweenWindows: number;
  readonly betweenCoders: number;
  readonly error: number;
};

const IN_EACH_TAIL = 0.025;

/** Two-way mean squares with one count per cell. Undefined below two windows or coders, or if a row is incomplete. */
export function meanSquares(counts: readonly (readonly number[])[]): MeanSquares | undefined {
  const windows = counts.length;
  const coders = counts[0]?.length ?? 0;
  if (windows < 2 || coders < 2 || counts.some((row) => row.length !== coders)) return undefined;
  const cells = windows * coders;
  const rows = windows * squares(counts.map(sum));
  const columns = coders * squares(counts[0]?.map((_, column) => sum(counts.map((row) => row[column] ?? 0))) ?? []);
  const whole = sum(counts.flat()) ** 2;
  // Sums of squares times the number of cells. Counts then leave no remainder, and zero variance is exactly 0.
  return {
    windows,
    coders,
    betweenWindows: (rows - whole) / cells / (windows - 1),
    betweenCoders: (columns - whole) / cells / (coders - 1),
    error: (cells * squares(counts.flat()) - rows - columns + whole) / cells / ((windows - 1) * (coders - 1)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function squares(values: readonly number[]): number {
  return sum(values.map((value) => value ** 2));
}

/** Both correlations over windows. Each row has the counts of one window, by coder. Rule REL8. */
export function countCorrelation(counts: readonly (readonly number[])[]): CountCorrelation {
  const parts = meanSquares(counts);
  return {
    windows: counts.length,
    agreement: parts === undefined ? null : absoluteAgreement(parts),
    consistency: parts === undefined ? null : consistency(parts),
  };
}

/** ICC(C,1) = (MSR − MSE) / (MSR + (k − 1) MSE), with the interval of McGraw and Wong. */
function consistency({ windows: n, coders: k, betweenWindows: msr, error: mse }: MeanSquares): Icc | null {
  const value = ratio(msr - mse, msr + (k - 1) * mse);
  if (value === null) return null;
  const free = (n - 1) * (k - 1);
  const low = msr / mse / upperF(n - 1, free);
  const high = (msr / mse) * upperF(free, n - 1);
  return { value, interval: interval(ratio(low - 1, low + k - 1), ratio(high - 1, high + k - 1)) };
}

/** ICC(A,1) = (MSR − MSE) / (MSR + (k − 1) MSE + k (MSC − MSE) / n), with the interval of McGraw and Wong. */
function absoluteAgreement(parts: MeanSquares): Icc | null {
  const { windows: n, coders: k, betweenWindows: msr, betweenCoders: msc, error: mse } = parts;
  const value = ratio(msr - mse, msr + (k - 1) * mse + (k * (msc - mse)) / n);
  if (value === null) return null;
  // Satterthwaite's degrees of freedom for the denominator.
  const a = (k * value) / (n * (1 - value));
  const b = 1 + a * (n - 1);
  const free = (a * msc + b * mse) ** 2 / ((a * msc) ** 2 / (k - 1) + (b * mse) ** 2 / ((n - 1) * (k - 1)));
  const [below, above] = [upperF(n - 1, free), upperF(free, n - 1)];
  const rest = k * msc + (k * n - k - n) * mse;
  return {
    value,
    interval: interval(
      ratio(n * (msr - below * mse), below * rest + n * msr),
      ratio(n * (above * msr - mse), rest + n * above * msr),
    ),
  };
}

function upperF(d1: number, d2: number): number {
  return Number.isFinite(d1 + d2) && d1 > 0 && d2 > 0 ? fQuantile(1 - IN_EACH_TAIL, d1, d2) : NaN;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 || !Number.isFinite(part / whole) ? null : part / whole;
}

function interval(low: number | null, high: number | null): Icc['interval'] {
  return low === null || high === null ? null : [low, high];
}
