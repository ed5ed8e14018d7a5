import { expect, test } from 'vitest';
import { lastEnd, signInEnd } from './signInEnd.ts';

const SINCE = new Date('2026-03-02T08:00:00Z');
const LIMITS = { idleMinutes: 30, lastsHours: 12 };
const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);

test('[PER14] a sign-in ends half an hour after it was last used', () => {
  expect(signInEnd({ way: 'password', since: SINCE, seenAt: at('09:00') }, LIMITS)).toEqual(at('09:30'));
  expect(signInEnd({ way: 'password', since: SINCE, seenAt: undefined }, LIMITS)).toEqual(at('08:30'));
});

test('[PER14] and twelve hours after it began, however much it is used', () => {
  expect(signInEnd({ way: 'password', since: SINCE, seenAt: at('19:50') }, LIMITS)).toEqual(at('20:00'));
  expect(lastEnd({ since: SINCE }, LIMITS)).toEqual(at('20:00'));
});

test('[PER14] the demo ends only by its last end', () => {
  expect(signInEnd({ way: 'demo', since: SINCE, seenAt: undefined }, LIMITS)).toEqual(at('20:00'));
});
