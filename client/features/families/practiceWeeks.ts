import { addDays, mondayOf } from '#shared/domain/course/days.ts';
import type { PracticeDay } from '#shared/course/courseView.ts';

type PracticeWeek = { readonly monday: string; readonly days: number };

const WEEKS = 8;

/** Days with practice by week, the last eight weeks up to today, the oldest first. A day counts once, whoever entered it twice. */
export function practiceWeeksOf(practice: readonly PracticeDay[], today: string): readonly PracticeWeek[] {
  const done = new Set(practice.filter(({ minutes }) => minutes > 0).map(({ on }) => on));
  const thisMonday = mondayOf(today);
  return Array.from({ length: WEEKS }, (_, index) => {
    const monday = addDays(thisMonday, -7 * (WEEKS - 1 - index));
    return { monday, days: [...done].filter((day) => mondayOf(day) === monday).length };
  });
}

/** What got in the way, the most frequent first. */
export function obstaclesOf(practice: readonly PracticeDay[]) {
  const counts = new Map<NonNullable<PracticeDay['obstacle']>, number>();
  for (const { obstacle } of practice) if (obstacle !== null) counts.set(obstacle, (counts.get(obstacle) ?? 0) + 1);
  return [...counts].map(([obstacle, count]) => ({ obstacle, count })).toSorted((a, b) => b.count - a.count);
}
