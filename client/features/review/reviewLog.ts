import type { Review, ReviewUpdate } from '#shared/protocol/review.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/** A review as this screen keeps it: folded, up to `upTo`. */
export type ReviewLog = Pick<Review, 'session' | 'self' | 'sight' | 'upTo'> & { readonly state: SessionState };

export function openLog({ session, self, sight, upTo, facts }: Review): ReviewLog {
  return { session, self, sight, upTo, state: foldFacts(facts) };
}

/**
 * The log after an update. Updates may overlap and arrive out of order: known facts change nothing, and an older update
 * never reduces what may be seen.
 */
export function withUpdate(log: ReviewLog, { facts, upTo, whole, sight }: ReviewUpdate): ReviewLog {
  if (upTo < log.upTo) return log;
  if (upTo === log.upTo && sight === log.sight) return log;
  return { ...log, upTo, sight, state: whole ? foldFacts(facts) : foldFacts(facts, log.state) };
}
