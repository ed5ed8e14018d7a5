import type { SignInWay } from './secondFactor.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What a clinic may choose. The longest sign-in still fits into a day and a night. */
export const IDLE_MINUTES = { least: 5, most: 1_440, usual: 30 } as const;
export const LASTS_HOURS = { least: 1, most: 24, usual: 12 } as const;

/** How exactly it is known when a sign-in was last used, in ms: each use in between is not written. */
export const SEEN_EVERY_MS = MINUTE_MS;

/**
 * How many sign-ins one account may have. With one more, the one that was used least recently ends. Sign-ins that still lack
 * their second factor are counted separately: whoever knows only a password does not end the sign-ins of its owner. Rule
 * PER14.
 */
export const MOST_SIGN_INS = 20;

export type SignInLimits = { readonly idleMinutes: number; readonly lastsHours: number };

type Used = { readonly way: SignInWay; readonly since: Date; readonly seenAt: Date | undefined };

/** When a sign-in ends at the latest, however much it is used. Rule PER14. */
export function lastEnd({ since }: Pick<Used, 'since'>, { lastsHours }: SignInLimits): Date {
  return new Date(since.getTime() + lastsHours * HOUR_MS);
}

/** When a sign-in ends if it is not used anymore. In the demo, nobody has to come back in time. Rule PER14. */
export function signInEnd(used: Used, limits: SignInLimits): Date {
  const last = lastEnd(used, limits);
  if (used.way === 'demo') return last;
  const idle = new Date((used.seenAt ?? used.since).getTime() + limits.idleMinutes * MINUTE_MS);
  return idle < last ? idle : last;
}
