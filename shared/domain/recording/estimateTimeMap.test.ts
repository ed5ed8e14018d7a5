import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateTimeMap, timeMapOf, type Arrival } from './estimateTimeMap.ts';
import { mediaTimeAt, sessionTimeAt } from './timeMap.ts';

const MINUTES_MS = 60_000;

const aRecording = fc.record({
  zeroAt: fc.integer({ min: 0, max: 60 * MINUTES_MS }),
  ppm: fc.integer({ min: -100, max: 100 }),
  burstMs: fc.integer({ min: 0, max: 4_000 }),
  late: fc.array(fc.oneof(fc.nat(60), fc.nat(900)), { minLength: 20, maxLength: 20 }),
  onTime: fc.nat(19),
});

/**
 * Ten minutes in steps of 250 ms. Each arrival is late by some ms, one in twenty is missing, and the first ones arrive
 * in a burst.
 */
function simulate({ zeroAt, ppm, burstMs, late, onTime }: typeof aRecording extends fc.Arbitrary<infer T> ? T : never) {
  const truth = (mediaMs: number) => zeroAt + mediaMs * (1 + ppm / 1_000_000);
  const arrivals = Array.from({ length: 10 * 60 * 4 }, (_, index): Arrival => {
    const mediaMs = index * 250;
    const lateness = index % 20 === onTime ? 0 : (late[index % 20] ?? 0);
    return { mediaMs, sessionMs: Math.max(truth(mediaMs) + lateness, truth(burstMs)) };
  });
  return { truth, arrivals };
}

describe('a time map from arrival times', () => {
  test('[RCD4] is right within 5 ms, whatever the lateness, the drift and an initial burst', () => {
    fc.assert(
      fc.property(aRecording, fc.integer({ min: 0, max: 10 * MINUTES_MS - 250 }), (recording, mediaMs) => {
        const { truth, arrivals } = simulate(recording);
        expect(Math.abs(sessionTimeAt(estimateTimeMap(arrivals), mediaMs) - truth(mediaMs))).toBeLessThan(5);
      }),
      { numRuns: 60 },
    );
  });

  test('[RCD4] never makes session time run backwards', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ mediaMs: fc.nat(100_000), sessionMs: fc.nat(200_000) })), (arrivals) => {
        const map = estimateTimeMap(arrivals);
        for (const [index, [mediaMs, sessionMs]] of map.entries()) {
          const before = map[index - 1];
          if (before === undefined) continue;
          expect(mediaMs).toBeGreaterThan(before[0]);
          expect(sessionMs).toBeGreaterThanOrEqual(before[1]);
        }
      }),
    );
  });

  test('[RCD4] needs few points if the clock is steady', () => {
    const arrivals = Array.from({ length: 14_400 }, (_, index) => ({
      mediaMs: index * 250,
      sessionMs: index * 250 + 40,
    }));
    expect(estimateTimeMap(arrivals)).toEqual([
      [0, 40],
      [3_599_750, 3_599_790],
    ]);
  });
});

describe('what the recorder says of its zero', () => {
  const steady = (change: (mediaMs: number) => number): readonly Arrival[] =>
    Array.from({ length: 2_400 }, (_, index) => ({
      mediaMs: index * 250,
      sessionMs: 9_000 + index * 250 + change(index * 250),
    }));

  test.for([
    ['what comes a little late', () => 80],
    ['what comes in clusters of a second', (mediaMs: number) => 1_000 - (mediaMs % 1_000)],
    ['a drift that does no harm', (mediaMs: number) => 40 + mediaMs / 10_000],
    ['what comes ever later: lateness contradicts nothing', (mediaMs: number) => 40 + mediaMs / 1_000],
  ] as const)('[RCD4] accepts %s', ([, change]) => {
    expect(timeMapOf(9_000, steady(change))).toEqual([[0, 9_000]]);
  });

  test.for([
    ['what came before it happened', () => -500],
    ['a clock that jumped by two seconds', (mediaMs: number) => (mediaMs < 300_000 ? 40 : -1_960)],
    ['a clock that went its own way', (mediaMs: number) => 40 - mediaMs / 1_000],
  ] as const)('[RCD4] rejects %s', ([, change]) => {
    const map = timeMapOf(9_000, steady(change));
    for (const mediaMs of [100_000, 400_000, 590_000]) {
      expect(Math.abs(sessionTimeAt(map, mediaMs) - (9_000 + mediaMs + change(mediaMs)))).toBeLessThan(10);
    }
  });

  test('[RCD4] keeps the recorder’s zero if nothing else is known', () => {
    expect(timeMapOf(9_000, [])).toEqual([[0, 9_000]]);
  });
});

test('[RCD4] media time and session time are inverse to each other', () => {
  const map = [
    [0, 1_000],
    [10_000, 11_010],
    [20_000, 21_000],
  ] as const;
  fc.assert(
    fc.property(fc.double({ min: -5_000, max: 50_000, noNaN: true }), (mediaMs) => {
      expect(mediaTimeAt(map, sessionTimeAt(map, mediaMs))).toBeCloseTo(mediaMs, 3);
    }),
  );
});
