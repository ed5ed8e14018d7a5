import { clinicDay } from '#shared/domain/clinicDay.ts';
import type { SessionSummary } from '#shared/protocol/http/sessions.ts';

type SessionGroups = {
  readonly today: readonly SessionSummary[];
  readonly coming: readonly SessionSummary[];
  readonly earlier: readonly SessionSummary[];
};

/** Groups sessions by the clinic's days. Live sessions count as today's. */
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

/** Whether it has begun and is not finished. */
export function isLive({ phase }: Pick<SessionSummary, 'phase'>): boolean {
  return phase !== 'preparing' && phase !== 'closed';
}

function timeOf({ startsAt }: SessionSummary): number {
  return new Date(startsAt).getTime();
}
