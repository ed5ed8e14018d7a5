import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_HEARD_DELAY_MS, momentHeard } from './momentHeard.ts';

describe('the moment that a coder was hearing', () => {
  test('[CLK2] is the time of the press minus the playback delay', () => {
    expect(momentHeard({ pressedAt: 10_000, heardDelayMs: 180.4 }, 10_050)).toBe(9_820);
  });

  test('[CLK2] is never in the future, never before the session, and never too long before the press', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e9, noNaN: true }),
        fc.double({ min: -1e6, max: 1e9, noNaN: true }),
        fc.nat(1e8),
        (pressedAt, heardDelayMs, now) => {
          const at = momentHeard({ pressedAt, heardDelayMs }, now);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(now);
          if (pressedAt >= 0 && pressedAt <= now)
            expect(at).toBeGreaterThanOrEqual(Math.round(pressedAt - MAX_HEARD_DELAY_MS));
        },
      ),
    );
  });
});
