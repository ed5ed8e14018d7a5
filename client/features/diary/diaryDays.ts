import { addDays } from '#shared/domain/course/days.ts';
import type { Diary, DiaryDay } from '#shared/protocol/http/diary.ts';
import { DIARY_OPEN_DAYS } from '#shared/course/diaryDays.ts';

type DayState = 'played' | 'rest' | 'open';
export type NotedDay = {
  readonly on: string;
  readonly minutes: number | null;
  readonly obstacle: DiaryDay['obstacle'];
  readonly praises: number | null;
};

/** The seven days up to today and the seven before, including unsent entries. */
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
  return addDays(day, DIARY_OPEN_DAYS - 1);
}
