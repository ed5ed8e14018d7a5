/**
 * Days and times of day are the clinic's, wherever the server and the browser are. Only this file turns a moment into a
 * day; a lint rule keeps the machine's own calendar out of other files. A day is YYYY-MM-DD; a zone is an IANA name.
 */
export type Moment = Date | string | number;

const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;

/** Whether this machine knows the time zone. Bare offsets such as `+05:00` are refused: they have no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    clockOf(name);
    return true;
  } catch {
    // Intl throws for an unknown name.
    return false;
  }
}

/** The clinic's day at a moment. Throws on an unknown zone or an invalid moment. */
export function clinicDay(moment: Moment, timeZone: string): string {
  return clinicClock(moment, timeZone).slice(0, 'YYYY-MM-DD'.length);
}

/** The clinic's date and time at a moment, as YYYY-MM-DDTHH:MM:SS. */
export function clinicClock(moment: Moment, timeZone: string): string {
  return new Date(wallMs(msOf(moment), timeZone)).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
}

/** The hour of the clinic's clock at a moment, from 0 to 23. */
export function clinicHour(moment: Moment, timeZone: string): number {
  return Number(clinicClock(moment, timeZone).slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH'.length));
}

/** The clinic's date and time to the minute, in the format of a `datetime-local` field. */
export function clinicMinute(moment: Moment, timeZone: string): string {
  return clinicClock(moment, timeZone).slice(0, 'YYYY-MM-DDTHH:MM'.length);
}

/** A moment as ISO 8601. It starts with the clinic's day and ends with its offset, or with Z for UTC. */
export function clinicInstant(moment: Moment, timeZone: string): string {
  const ms = msOf(moment);
  const offset = offsetMs(ms, timeZone);
  const local = new Date(ms + offset).toISOString();
  if (offset === 0) return local;
  const minutes = Math.round(Math.abs(offset) / MINUTE_MS);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${local.slice(0, -1)}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * The moment at which the clinic's clock shows a local time (YYYY-MM-DDTHH:MM, with optional seconds). Of a repeated
 * time the first; a time that summer time skips gives the moment later by the length of the jump.
 */
export function momentOfClock(local: string, timeZone: string): Date {
  const shown = Date.parse(`${local}Z`);
  const before = shown - offsetMs(shown - DAY_MS, timeZone);
  const after = shown - offsetMs(shown + DAY_MS, timeZone);
  const isShown = (ms: number) => wallMs(ms, timeZone) === shown;
  return new Date(!isShown(before) && isShown(after) ? after : before);
}

function msOf(moment: Moment): number {
  return moment instanceof Date ? moment.getTime() : new Date(moment).getTime();
}

/** How far the clinic's clock is ahead of UTC, in ms. */
function offsetMs(ms: number, timeZone: string): number {
  return wallMs(ms, timeZone) - Math.floor(ms / 1_000) * 1_000;
}

/** The clinic's local time to the second, read as if it were UTC. */
function wallMs(ms: number, timeZone: string): number {
  const shown = new Map(
    clockOf(timeZone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? '';
  return Date.parse(
    `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`,
  );
}

/** Creating a formatter is slow, using it is fast, and a process sees few zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const two = '2-digit';
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
  });
  clocks.set(timeZone, made);
  return made;
}
