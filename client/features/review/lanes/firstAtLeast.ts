/** The first place in ascending values whose value is at least this; their length where none is. By halving. */
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
