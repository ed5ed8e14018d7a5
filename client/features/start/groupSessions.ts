import { clinicDay } from '#shared/domain/clinicDay.ts';
import type { SessionSummary } from '#shared/protocol/http/sessions.ts';

type SessionGroups = {
  readonly today: readonly SessionSummary[];
  readonly coming: readonly SessionSummary[];
  readonly earlier: readonly SessionSummary[];
};

/** By the clinic's days: today's sessions and the coming ones, first things first; the earlier ones, latest first. What is live is of today. */
export function groupSessions(sessions: readonly SessionSummary[], now: Date, timeZone: string): SessionGroups {
  const byTime = sessions.toSorted((a, b) => timeOf(a) - timeOf(b));
  const today = clinicDay(now, timeZone);
  const dayOf = ({ startsAt }: SessionSummary) => clinicDay(startsAt, timeZone);
  const isToday = (one: SessionSummary) => isLive(one) || dayOf(one) === today;
  return {
    today: byTime.filter(isToday),
    coming: byTime.filter((one) => !isToday(one) && dayOf(one) > today),
    earlier: byTime.filter((one) => !isToday(one) && dayOf(one) < today).toReversed(),
  };
}

/** Whether somebody is in it: begun, and not finished. */
export function isLive({ phase }: Pick<SessionSummary, 'phase'>): boolean {
  return phase !== 'preparing' && phase !== 'closed';
}

function timeOf({ startsAt }: SessionSummary): number {
  return new Date(startsAt).getTime();
}
