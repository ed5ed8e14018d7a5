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
