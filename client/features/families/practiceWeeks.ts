import { addDays, mondayOf } from '#shared/domain/course/days.ts';
import type { PracticeDay } from '#shared/course/courseView.ts';

type PracticeWeek = { readonly monday: string; readonly days: number };

const WEEKS = 8;

/** Days with practice per week for the last eight weeks, oldest first. A day entered twice counts once. */
export function practiceWeeksOf(practice: readonly PracticeDay[], today: string): readonly PracticeWeek[] {
  const done = new Set(practice.filter(({ minutes }) => minutes > 0).map(({ on }) => on));
  const thisMonday = mondayOf(today);
  return Array.from({ length: WEEKS }, (_, index) => {
    const monday = addDays(thisMonday, -7 * (WEEKS - 1 - index));
    return { monday, days: [...done].filter((day) => mondayOf(day) === monday).length };
  });
}

/** Obstacles to practice, most frequent first. */
export function obstaclesOf(practice: readonly PracticeDay[]) {
  const counts = new Map<NonNullable<PracticeDay['obstacle']>, number>();
  for (const { obstacle } of practice) if (obstacle !== null) counts.set(obstacle, (counts.get(obstacle) ?? 0) + 1);
  return [...counts].map(([obstacle, count]) => ({ obstacle, count })).toSorted((a, b) => b.count - a.count);
}
