const DECIMALS = 9;

/** A figure as commands print it: to nine decimals. */
export function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(DECIMALS));
}
