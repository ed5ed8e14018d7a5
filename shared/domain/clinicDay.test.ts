/// <reference lib="esnext.temporal" />
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clinicClock, clinicDay, clinicInstant, isTimeZone, momentOfClock } from './clinicDay.ts';

const LOS_ANGELES = 'America/Los_Angeles';
const SYDNEY = 'Australia/Sydney';

test.for([
  ['an evening in Los Angeles', '2026-11-28T02:30:00Z', LOS_ANGELES, '2026-11-27', '2026-11-27T18:30:00.000-08:00'],
  ['a Saturday morning in Sydney', '2026-11-27T22:15:00Z', SYDNEY, '2026-11-28', '2026-11-28T09:15:00.000+11:00'],
  ['noon in UTC', '2026-11-27T12:00:00Z', 'UTC', '2026-11-27', '2026-11-27T12:00:00.000Z'],
  ['a quarter of an hour off', '2026-11-27T18:20:00Z', 'Asia/Kathmandu', '2026-11-28', '2026-11-28T00:05:00.000+05:45'],
] as const)('%s is on the day that the clinic’s calendar shows', ([, moment, zone, day, instant]) => {
  expect(clinicDay(moment, zone)).toBe(day);
  expect(clinicInstant(moment, zone)).toBe(instant);
});

test('a session across the change to summer time keeps its day while the clock jumps', () => {
  const [before, after] = ['2026-03-08T09:59:00Z', '2026-03-08T10:01:00Z'];
  expect([before, after].map((at) => clinicClock(at, LOS_ANGELES))).toEqual([
    '2026-03-08T01:59:00',
    '2026-03-08T03:01:00',
  ]);
  expect([before, after].map((at) => clinicInstant(at, LOS_ANGELES).slice(-6))).toEqual(['-08:00', '-07:00']);
});

test.for([
  ['that is shown twice is the first', '2026-11-01T01:30', '2026-11-01T08:30:00.000Z'],
  ['that is skipped is an hour later', '2026-03-08T02:30', '2026-03-08T10:30:00.000Z'],
  ['of a plain day', '2026-11-27T18:30', '2026-11-28T02:30:00.000Z'],
])('a clock time %s', ([, local, moment]) => {
  expect(momentOfClock(local ?? '', LOS_ANGELES).toISOString()).toBe(moment);
});

test.for(['UTC', 'Europe/Berlin', SYDNEY])('%s is a time zone', (name) => expect(isTimeZone(name)).toBe(true));
test.for(['', 'Sydney', '+05:00', '-08:00', 'Mars/Olympus'])('“%s” is not a time zone', (name) => {
  expect(isTimeZone(name)).toBe(false);
});

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const moment = fc.date({ min: new Date('1980-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });

test('in every zone, day, clock and offset match Temporal, and a clock time leads back to its moment', () => {
  fc.assert(
    fc.property(zone, moment, (timeZone, at) => {
      const oracle = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
      expect(clinicDay(at, timeZone)).toBe(oracle.toPlainDate().toString());
      const shown = clinicClock(at, timeZone);
      expect(shown).toBe(oracle.toPlainDateTime().toString({ smallestUnit: 'second' }));
      expect(new Date(clinicInstant(at, timeZone))).toEqual(at);
      const back = Temporal.PlainDateTime.from(shown).toZonedDateTime(timeZone, { disambiguation: 'compatible' });
      expect(momentOfClock(shown, timeZone).getTime()).toBe(back.epochMilliseconds);
    }),
    { numRuns: 500 },
  );
});

test('around every clock change, repeated and skipped hours are where Temporal puts them', () => {
  for (const timeZone of ['America/Los_Angeles', SYDNEY, 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Havana']) {
    const start = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${timeZone}]`);
    const change = start.getTimeZoneTransition('next');
    expect(change).not.toBeNull();
    for (let minutes = -120; minutes <= 180; minutes += 10) {
      const local = change!.toPlainDateTime().add({ minutes }).toString({ smallestUnit: 'minute' });
      const there = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
      expect([timeZone, local, momentOfClock(local, timeZone).getTime()]).toEqual([timeZone, local, there]);
    }
  }
});
