import { clinicDay, type Moment } from '#shared/domain/clinicDay.ts';

/**
 * Days and times in English, with the habits of the reader's own country where that speaks English. Days are calendar days
 * (YYYY-MM-DD), which are the same everywhere; a moment becomes one by the clinic's zone (`useClinicTime`).
 */
function locale(): string {
  return navigator.language.startsWith('en') ? navigator.language : 'en-GB';
}

function dayInWords(day: string, words: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), { ...words, timeZone: 'UTC' }).format(Date.parse(day));
}

/** The time of day in a zone: 14:05. */
export function formatTime(moment: Moment, timeZone: string): string {
  return new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit', timeZone }).format(new Date(moment));
}

/** Day and time in a zone: Mon 21 Nov, 14:05. */
export function formatWhen(moment: Moment, timeZone: string): string {
  return `${formatShortDay(clinicDay(moment, timeZone))}, ${formatTime(moment, timeZone)}`;
}

/** A zone and how far its clock is from UTC at a moment: Sydney, GMT+11. */
export function formatZone(moment: Moment, timeZone: string): string {
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(
    new Date(moment),
  );
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return offset === '' || offset === place ? place : `${place}, ${offset}`;
}

/** The day: Monday 21 November. */
export function formatDay(day: string): string {
  return dayInWords(day, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** The day in short: Mon 21 Nov. */
export function formatShortDay(day: string): string {
  return dayInWords(day, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** The day of the week in short: Mon. */
export function formatWeekday(day: string): string {
  return dayInWords(day, { weekday: 'short' });
}

/** The day of the week: Monday. */
export function formatLongWeekday(day: string): string {
  return dayInWords(day, { weekday: 'long' });
}

/** A day of a record, which may be long ago: 21 Nov 2026. */
export function formatDate(day: string): string {
  return dayInWords(day, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** A day on an axis: 21 Nov. */
export function formatDayMonth(day: string): string {
  return dayInWords(day, { day: 'numeric', month: 'short' });
}

/** A text with its calendar days (YYYY-MM-DD) as people say them. */
export function sayDays(text: string): string {
  return text.replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => formatDate(day));
}
