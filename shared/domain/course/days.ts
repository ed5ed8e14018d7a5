const DAY_MS = 24 * 3_600_000;

/** The day that is this many days after another. Days are written YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of a later or earlier month, or that month's last day if it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const daysInMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(date, daysInMonth)));
  return moved.toISOString().slice(0, 10);
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

/** The number of days from one day to another; negative if the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

export type Week = { readonly from: string; readonly to: string };

/**
 * The weeks of seven days that end with `today`, oldest first: all full weeks since `since`, and always the last one.
 * The current week is never shorter than the others, so that weeks can be compared.
 */
export function weeksUntil(today: string, since: string): readonly Week[] {
  const whole = Math.max(1, Math.floor((daysBetween(since, today) + 1) / 7));
  return Array.from({ length: whole }, (_, index) => {
    const to = addDays(today, -7 * (whole - 1 - index));
    return { from: addDays(to, -6), to };
  });
}

export function inWeek<T extends { readonly on: string }>(all: readonly T[], { from, to }: Week): readonly T[] {
  return all.filter(({ on }) => on >= from && on <= to);
}
