const HOUR_MS = 3_600_000;
/** A coached session is planned for an hour. */
const PLANNED_MS = HOUR_MS;
const AFTER_END_MS = HOUR_MS;
/** For a session that begins long after it was planned. */
const AT_LEAST_MS = 2 * HOUR_MS;

/** A phone is paired for its earphone while its caregiver holds it. */
const EAR_LINK_MS = 10 * 60_000;

/** A device outlives its link by a session and a late start. */
const DEVICE_MS = 24 * HOUR_MS;

/** Until when a family's link is in force: an hour after the planned end of its session. Rule PER15. */
export function familyLinkEnd(startsAt: Date, now: Date): Date {
  return new Date(Math.max(startsAt.getTime() + PLANNED_MS + AFTER_END_MS, now.getTime() + AT_LEAST_MS));
}

export function earLinkEnd(now: Date): Date {
  return new Date(now.getTime() + EAR_LINK_MS);
}

/** A device that was let in days before its session is still valid when the session is held. */
export function deviceEnd(startsAt: Date, now: Date): Date {
  return new Date(Math.max(startsAt.getTime(), now.getTime()) + DEVICE_MS);
}

export const LINK_STATES = ['unused', 'used', 'expired', 'withdrawn'] as const;
export type LinkState = (typeof LINK_STATES)[number];

type LinkMoments = { readonly expiresAt: Date; readonly usedAt: Date | null; readonly withdrawnAt: Date | null };

/** What became of a link. Whoever used one that was withdrawn later is turned away. Rule PER15. */
export function linkState({ expiresAt, usedAt, withdrawnAt }: LinkMoments, now: Date): LinkState {
  if (withdrawnAt !== null) return 'withdrawn';
  if (usedAt !== null) return 'used';
  return expiresAt <= now ? 'expired' : 'unused';
}
