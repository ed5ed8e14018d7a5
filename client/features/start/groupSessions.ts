import type { SessionSummary } from '#shared/protocol/http.ts';

export type SessionGroups = {
  readonly today: readonly SessionSummary[];
  readonly coming: readonly SessionSummary[];
  readonly earlier: readonly SessionSummary[];
};

/** Today's sessions and the coming ones, first things first; the earlier ones, latest first. What is live is of today. */
export function groupSessions(sessions: readonly SessionSummary[], now: Date): SessionGroups {
  const byTime = sessions.toSorted((a, b) => timeOf(a) - timeOf(b));
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const nextMidnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
  const isToday = (one: SessionSummary) => isLive(one) || (timeOf(one) >= midnight && timeOf(one) < nextMidnight);
  return {
    today: byTime.filter(isToday),
    coming: byTime.filter((one) => !isToday(one) && timeOf(one) >= nextMidnight),
    earlier: byTime.filter((one) => !isToday(one) && timeOf(one) < midnight).toReversed(),
  };
}

/** Whether somebody is in it: begun, and not finished. */
export function isLive({ phase }: Pick<SessionSummary, 'phase'>): boolean {
  return phase !== 'preparing' && phase !== 'closed';
}

function timeOf({ startsAt }: SessionSummary): number {
  return new Date(startsAt).getTime();
}
