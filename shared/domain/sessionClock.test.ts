import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateOffset } from './sessionClock.ts';

describe('the client’s estimate of session time', () => {
  test('[CLK1] there is none without samples', () => {
    expect(estimateOffset([])).toBeUndefined();
  });

  test('[CLK1] it uses the fastest round trip', () => {
    const slow = { sentAt: 0, serverTime: 1_000, receivedAt: 400 };
    const fast = { sentAt: 1_000, serverTime: 1_905, receivedAt: 1_010 };
    expect(estimateOffset([slow, fast])).toEqual({ offset: 900, error: 5 });
  });

  test('[CLK1] its error is never more than half the fastest round trip', () => {
    const delays = fc.array(fc.tuple(fc.nat(500), fc.nat(500)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(delays, fc.integer({ min: -1e6, max: 1e6 }), (trips, trueOffset) => {
        const samples = trips.map(([there, back], index) => {
          const sentAt = index * 2_000;
          return { sentAt, serverTime: sentAt + there + trueOffset, receivedAt: sentAt + there + back };
        });
        const estimate = estimateOffset(samples)!;
        expect(Math.abs(estimate.offset - trueOffset)).toBeLessThanOrEqual(estimate.error);
      }),
    );
  });
});
