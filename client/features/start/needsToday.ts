import { clinicDay } from '#shared/domain/clinicDay.ts';
import { daysBetween } from '#shared/domain/course/days.ts';
import type { Family } from '#shared/protocol/http/families.ts';
import type { SessionSummary } from '#shared/protocol/http/sessions.ts';
import type { ReviewCase } from '#shared/protocol/review.ts';

/** A family that came within this many days is in treatment and should have a next session. */
const IN_TREATMENT_DAYS = 21;

/** A task for the reader. */
export type Need =
  | { readonly is: 'not-held'; readonly session: SessionSummary }
  | { readonly is: 'unplanned'; readonly family: Family }
  | { readonly is: 'sign-off'; readonly count: number };

type Known = {
  readonly sessions: readonly SessionSummary[];
  /** Families that the reader plans for. */
  readonly families: readonly Family[];
  /** Reviews that the reader may sign off. */
  readonly reviews: readonly ReviewCase[];
  readonly now: Date;
  readonly timeZone: string;
};

/** Planned sessions that never began, families in treatment without a next session, and reviews to sign off. */
export function needsToday({ sessions, families, reviews, now, timeZone }: Known): readonly Need[] {
  const today = clinicDay(now, timeZone);
  const dayOf = ({ startsAt }: SessionSummary) => clinicDay(startsAt, timeZone);
  const notHeld = sessions.filter((session) => session.phase === 'preparing' && dayOf(session) < today);
  const unplanned = families.filter(({ familyId }) => {
    const own = sessions.filter((session) => session.familyId === familyId);
    const cameLately = own.some(
      (session) => session.phase === 'closed' && daysBetween(dayOf(session), today) <= IN_TREATMENT_DAYS,
    );
    return cameLately && own.every((session) => session.phase === 'closed');
  });
  const waiting = reviews.filter(({ signedOff }) => signedOff === null).length;
  return [
    ...notHeld.map((session): Need => ({ is: 'not-held', session })),
    ...unplanned.map((family): Need => ({ is: 'unplanned', family })),
    ...(waiting === 0 ? [] : [{ is: 'sign-off' as const, count: waiting }]),
  ];
}
