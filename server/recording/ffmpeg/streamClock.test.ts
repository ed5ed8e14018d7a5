import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStreamClock } from './streamClock.ts';

const RATE = 90_000;
/** Milliseconds between two RTP timestamps, across their wrap. */
const apart = (a: number, b: number) => ((a - b) | 0) / (RATE / 1_000);

test('before a packet arrives nothing is known', () => {
  expect(createStreamClock(RATE).rtpAt(1_000)).toBeUndefined();
});

test('[RCD4] with any jitter the clock follows the undelayed packets, across the wrap of the timestamps', () => {
  const delays = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 50, maxLength: 400 });
  fc.assert(
    fc.property(fc.nat(2 ** 32 - 1), delays, (start, late) => {
      const clock = createStreamClock(RATE);
      clock.note(start, 0);
      late.forEach((ms, i) => clock.note((start + (i + 1) * 20 * 90) >>> 0, (i + 1) * 20 + ms));
      const end = late.length * 20;
      const least = late.length * 20 < 20_000 ? 0 : Math.min(...late);
      expect(apart(clock.rtpAt(end) ?? 0, (start + end * 90) >>> 0)).toBeCloseTo(-least, 0);
    }),
  );
});

test('[RCD4] a better reading moves the clock by steps shorter than a frame, unless the clock is far off', () => {
  const clock = createStreamClock(RATE);
  clock.note(0, 100);
  expect(clock.rtpAt(100)).toBe(0);
  clock.note(20 * 90, 20);
  // It was 100 ms late: it moves by 50 ms at once, then by 25, and the rest in small steps.
  const late = Array.from({ length: 10 }, () => 1_000 - (clock.rtpAt(1_000) ?? 0) / 90);
  expect(late.slice(0, 4)).toEqual([50, 25, 20, 15]);
  expect(late.at(-1)).toBe(0);
});

test('a sender whose timestamps start again is followed at once', () => {
  const clock = createStreamClock(RATE);
  clock.note(1_000_000, 0);
  clock.rtpAt(0);
  clock.note(500_000, 100);
  expect(clock.rtpAt(100)).toBe(500_000);
});

test('[RCD4] a sender whose clock drifts is followed', () => {
  const clock = createStreamClock(RATE);
  const fast = 1.0001;
  for (let at = 0; at <= 600_000; at += 1_000) {
    clock.note(Math.round(at * fast * 90) >>> 0, at);
    clock.rtpAt(at);
  }
  expect(Math.abs(apart(clock.rtpAt(600_000) ?? 0, Math.round(600_000 * fast * 90) >>> 0))).toBeLessThan(3);
});
