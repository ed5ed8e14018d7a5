/** The index of the first value that is at least `least`, or the length. Values must ascend. Binary search. */
export function firstAtLeast<T>(values: readonly T[], least: number, valueOf: (value: T) => number): number {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const value = values[middle];
    if (value !== undefined && valueOf(value) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
