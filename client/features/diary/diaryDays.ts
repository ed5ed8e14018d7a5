import type { Diary, DiaryDay } from '#shared/protocol/http.ts';

/** How a day stands in the diary: practised, a day without, or not noted. */
export type DayState = 'played' | 'rest' | 'open';
export type NotedDay = {
  readonly on: string;
  readonly minutes: number | null;
  readonly obstacle: DiaryDay['obstacle'];
  readonly praises: number | null;
};

/** How long a day stays in the week that can be changed. */
const DAYS_OPEN = 6;
const DAY_MS = 86_400_000;

/** The seven days up to today, and the seven before, with what is not sent yet in its place. */
export function weeksOf({ days, today }: Diary, unsent: readonly DiaryDay[]): readonly [NotedDay[], NotedDay[]] {
  const noted = new Map<string, NotedDay>([...days, ...unsent].map((day) => [day.on, day]));
  const dayBack = (back: number): NotedDay => {
    const on = addDays(today, -back);
    return noted.get(on) ?? { on, minutes: null, obstacle: null, praises: null };
  };
  const week = (last: number) => [6, 5, 4, 3, 2, 1, 0].map((back) => dayBack(last + back));
  return [week(0), week(7)];
}

export function stateOf({ minutes }: NotedDay): DayState {
  if (minutes === null) return 'open';
  return minutes > 0 ? 'played' : 'rest';
}

/** The last day on which this one can still be changed. */
export function openUntil(day: string): string {
  return addDays(day, DAYS_OPEN);
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Midday of the day where the reader is, so that it is written as the same day everywhere. */
export function dateOf(day: string): Date {
  return new Date(`${day}T12:00:00`);
}
