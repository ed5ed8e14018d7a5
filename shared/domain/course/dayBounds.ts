import { addDays } from './days.ts';

/** How long ago something may have happened that is entered today, in days: ten years. */
const OLDEST_DAYS = 3_653;

/** How far ahead something may be planned, in days: two years. */
const FARTHEST_DAYS = 731;

/** Whether a day is so long ago that it must be a mistake. Every list of days would begin there. */
export function isTooLongAgo(day: string, today: string): boolean {
  return day < addDays(today, -OLDEST_DAYS);
}

/** Whether a day is so far ahead that it must be a mistake. What lasts until it would never end. */
export function isTooFarAhead(day: string, today: string): boolean {
  return day > addDays(today, FARTHEST_DAYS);
}
