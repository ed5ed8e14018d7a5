/** Dates and times in English, with the habits of the reader's own country where that speaks English. */
function locale(): string {
  return navigator.language.startsWith('en') ? navigator.language : 'en-GB';
}

/** The time of day: 14:05. */
export function formatTime(date: Date): string {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(date);
}

/** The day: Monday 21 November. */
export function formatDay(date: Date): string {
  return new Intl.DateTimeFormat(locale(), { weekday: 'long', day: 'numeric', month: 'long' }).format(date);
}

/** The day in short: Mon 21 Nov. */
export function formatShortDay(date: Date): string {
  return new Intl.DateTimeFormat(locale(), { weekday: 'short', day: 'numeric', month: 'short' }).format(date);
}

/** Day and time: Mon 21 Nov, 14:05. */
export function formatWhen(date: Date): string {
  return `${formatShortDay(date)}, ${formatTime(date)}`;
}

/** The day of the week in short: Mon. */
export function formatWeekday(date: Date): string {
  return new Intl.DateTimeFormat(locale(), { weekday: 'short' }).format(date);
}

/** The day of the week: Monday. */
export function formatLongWeekday(date: Date): string {
  return new Intl.DateTimeFormat(locale(), { weekday: 'long' }).format(date);
}

/** A day of a record, which may be long ago: 21 Nov 2026. */
export function formatDate(date: Date): string {
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: 'numeric' }).format(date);
}

/** A day on an axis: 21 Nov. */
export function formatDayMonth(date: Date): string {
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short' }).format(date);
}

/** A calendar day as a moment of it, in the reader's own time. */
export function dateOfDay(day: string): Date {
  return new Date(day.length === 10 ? `${day}T12:00:00` : day);
}

/** A text with its calendar days (YYYY-MM-DD) as people say them. */
export function sayDays(text: string): string {
  return text.replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => formatDate(dateOfDay(day)));
}
