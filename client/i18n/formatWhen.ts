import { clinicDay, type Moment } from '#shared/domain/clinicDay.ts';

/**
 * Days and times in English, in the style of the reader's country if it speaks English. Days are calendar days
 * (YYYY-MM-DD) without a time zone; a moment becomes one in the clinic's zone (`useClinicTime`).
 */
function locale(): string {
  return navigator.language.startsWith('en') ? navigator.language : 'en-GB';
}

function dayInWords(day: string, words: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), { ...words, timeZone: 'UTC' }).format(Date.parse(day));
}

/** For example 14:05. */
export function formatTime(moment: Moment, timeZone: string): string {
  return new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit', timeZone }).format(new Date(moment));
}

/** For example Mon 21 Nov, 14:05. */
export function formatWhen(moment: Moment, timeZone: string): string {
  return `${formatShortDay(clinicDay(moment, timeZone))}, ${formatTime(moment, timeZone)}`;
}

/** A zone with its offset from UTC at a moment, for example Sydney, GMT+11. */
export function formatZone(moment: Moment, timeZone: string): string {
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(
    new Date(moment),
  );
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return offset === '' || offset === place ? place : `${place}, ${offset}`;
}

/** For example Monday 21 November. */
export function formatDay(day: string): string {
  return dayInWords(day, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** For example Mon 21 Nov. */
export function formatShortDay(day: string): string {
  return dayInWords(day, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** For example Mon. */
export function formatWeekday(day: string): string {
  return dayInWords(day, { weekday: 'short' });
}

/** For example Monday. */
export function formatLongWeekday(day: string): string {
  return dayInWords(day, { weekday: 'long' });
}

/** For records, which may be years old. For example 21 Nov 2026. */
export function formatDate(day: string): string {
  return dayInWords(day, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** For an axis. For example 21 Nov. */
export function formatDayMonth(day: string): string {
  return dayInWords(day, { day: 'numeric', month: 'short' });
}

/** Formats the calendar days (YYYY-MM-DD) within a text. */
export function sayDays(text: string): string {
  return text.replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => formatDate(day));
}
