import type { TimedCode } from './alignCodes.ts';

/** No lag is taken to be longer, in ms: beyond this it is no slow hand. Rule REL4. */
export const LONGEST_LAG_MS = 1_500;

/**
 * By how many whole ms the trainee's codes come after the reference's; negative where they come before, and 0 where no
 * code was given by both. The median, over the reference's codes, of the time to the trainee's nearest of the same code.
 * Rule REL4.
 */
export function estimateLag(reference: readonly TimedCode[], trainee: readonly TimedCode[]): number {
  const apart = reference.flatMap((code) => nearest(code, trainee) ?? []);
  const lag = Math.round(median(apart) ?? 0);
  return Math.min(Math.max(lag, -LONGEST_LAG_MS), LONGEST_LAG_MS);
}

/** How long after a code the nearest of the same comes; of two that are equally near, the earlier. */
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
