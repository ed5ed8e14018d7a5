import { windowToCoachFrom } from '#shared/domain/coaching/skillToCoach.ts';
import type { WindowReport } from './reportWords.ts';

/** For each caregiver, the window that decides what to coach next. Rule NXT1. */
export function windowsThatSayNext(windows: readonly WindowReport[]): ReadonlySet<WindowReport> {
  const byCaregiver = Map.groupBy(windows, ({ caregiver }) => caregiver.caregiverId);
  return new Set([...byCaregiver.values()].flatMap((own) => windowToCoachFrom(own) ?? []));
}
