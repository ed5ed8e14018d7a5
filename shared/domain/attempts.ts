/** Wrong passwords and codes of one account, or from one address. Rule PER12. */
export type Failures = { readonly count: number; readonly since: number };

/** So many wrong ones within the window stop further tries until the window is over. */
export const MOST_FAILURES = { account: 10, address: 50 } as const;
export const FAILURES_COUNT_FOR_MS = 15 * 60_000;

export type FailuresOf = keyof typeof MOST_FAILURES;

/** Whether another try is refused. An address may belong to a whole clinic, so it has more tries than an account. */
export function isLockedOut(of: FailuresOf, failures: Failures | undefined, now: number): boolean {
  return failures !== undefined && isRecent(failures, now) && failures.count >= MOST_FAILURES[of];
}

/** The failures after one more. Old ones are forgotten. */
export function withFailure(failures: Failures | undefined, now: number): Failures {
  return failures !== undefined && isRecent(failures, now)
    ? { ...failures, count: failures.count + 1 }
    : { count: 1, since: now };
}

/** The failures without one that was none. */
export function withoutOne(failures: Failures | undefined): Failures | undefined {
  return failures && { ...failures, count: Math.max(0, failures.count - 1) };
}

export function isRecent({ since }: Failures, now: number): boolean {
  return now < since + FAILURES_COUNT_FOR_MS;
}
