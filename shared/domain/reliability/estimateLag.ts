import type { TimedCode } from './alignCodes.ts';

/** The longest lag, in ms. A longer delay is not reaction time. Rule REL4. */
export const LONGEST_LAG_MS = 1_500;

/**
 * How many whole ms the trainee's codes come after the reference's; negative if they come before, and 0 if the coders
 * share no code. It is the median time from a code of the reference to the trainee's nearest same code. Rule REL4.
 */
export function estimateLag(reference: readonly TimedCode[], trainee: readonly TimedCode[]): number {
  const apart = reference.flatMap((code) => nearest(code, trainee) ?? []);
  const lag = Math.round(median(apart) ?? 0);
  return Math.min(Math.max(lag, -LONGEST_LAG_MS), LONGEST_LAG_MS);
}

/** The time from a code to the nearest same code; of two equally near, the earlier. */
function nearest({ at, code }: TimedCode, others: readonly TimedCode[]): number | undefined {
  const apart = others.filter((other) => other.code === code).map((other) => other.at - at);
  return apart.toSorted((one, other) => Math.abs(one) - Math.abs(other) || one - other)[0];
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}
