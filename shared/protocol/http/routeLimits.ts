import type { Rate } from '#shared/domain/rateLimit.ts';

/**
 * How often a route may be asked, and how many requests of one asker are answered at a time; others wait in line. Whoever
 * is signed in is counted by their account on all routes of a class together, so that a clinic behind one address is never
 * one asker. Anybody else is counted by their address, on each route by itself. Rule WIR6.
 */
export type RouteLimit = {
  readonly by: 'person' | 'address';
  readonly rate: Rate;
  readonly atOnce?: number;
};

const perMinute = (times: number) => times / 60;

/** A class for every route. A day of ordinary use stays far below each. */
export const ROUTE_LIMITS = {
  /** What any page asks before anybody is known. */
  open: { by: 'address', rate: { burst: 600, perSecond: 20 } },
  /** Everybody of a clinic in the same quarter of an hour. Wrong passwords are limited by PER12. */
  'signing-in': { by: 'address', rate: { burst: 60, perSecond: perMinute(30) } },
  /** Links have secrets that nobody guesses. */
  link: { by: 'address', rate: { burst: 60, perSecond: perMinute(60) } },
  /** Once in the life of an account, or of a clinic. */
  rare: { by: 'address', rate: { burst: 5, perSecond: perMinute(5) } },
  /** A caregiver’s own page: enough for one who fills in two weeks. */
  page: { by: 'address', rate: { burst: 60, perSecond: perMinute(60) }, atOnce: 2 },
  reading: { by: 'person', rate: { burst: 300, perSecond: 10 } },
  /** Reads and opens many rows, or a whole log. */
  heavy: { by: 'person', rate: { burst: 120, perSecond: 5 }, atOnce: 2 },
  /** As fast as a reviewer presses keys. */
  writing: { by: 'person', rate: { burst: 300, perSecond: 10 } },
  /** Makes a file or a hash, or begins work that goes on for minutes. */
  making: { by: 'person', rate: { burst: 30, perSecond: perMinute(30) }, atOnce: 1 },
  /** Practice: nobody codes a clip in seconds. */
  attempt: { by: 'person', rate: { burst: 30, perSecond: perMinute(30) } },
  /** Films, of which a player asks for many pieces. */
  film: { by: 'person', rate: { burst: 400, perSecond: 20 } },
} as const satisfies Readonly<Record<string, RouteLimit>>;

export type RouteLimitName = keyof typeof ROUTE_LIMITS;

/** Requests without a valid sign-in that need one, from one address. */
export const NOT_SIGNED_IN_LIMIT = { burst: 300, perSecond: 5 } as const satisfies Rate;

/** How many requests of one asker may wait for their turn. */
export const MOST_IN_LINE = 20;
