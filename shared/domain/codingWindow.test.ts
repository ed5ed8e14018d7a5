import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codedMs,
  type CodingWindow,
  completesAt,
  countsIn,
  finishWindow,
  pauseWindow,
  resumeWindow,
} from './codingWindow.ts';

const started = (at: number): CodingWindow => ({
  windowId: 'w1',
  kind: 'cdi',
  caregiverId: 'c1',
  lengthMs: 300_000,
  spans: [],
  stops: [],
  runningSince: at,
  finished: false,
});

describe('a coding window', () => {
  test('[WIN1] its clock stands still while it is paused', () => {
    const paused = pauseWindow(started(1_000), 61_000);
    expect(codedMs(paused, 500_000)).toBe(60_000);
    expect(completesAt(paused)).toBeUndefined();
    const resumed = resumeWindow(paused, 100_000);
    expect(codedMs(resumed, 130_000)).toBe(90_000);
    expect(completesAt(resumed)).toBe(340_000);
  });

  test('[WIN1] a window that nobody stopped in time is still only as long as it should be', () => {
    const finished = finishWindow(started(1_000), 999_000);
    expect(finished.spans).toEqual([[1_000, 301_000]]);
    expect(codedMs(started(1_000), 999_000)).toBe(300_000);
  });

  test.for([
    [999, false],
    [1_000, true],
    [60_999, true],
    [61_000, false],
    [99_999, false],
    [100_000, true],
    [339_999, true],
    [340_000, false],
  ] as const)('[WIN2] what was said at %i counts: %s', ([at, counts]) => {
    const window = resumeWindow(pauseWindow(started(1_000), 61_000), 100_000);
    expect(countsIn(window, at)).toBe(counts);
    expect(countsIn(finishWindow(window, 340_000), at)).toBe(counts);
  });

  test('[WIN1] pausing and resuming never adds or loses time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 2, maxLength: 20 }), (waits) => {
        let at = 0;
        let ran = 0;
        let window = started(0);
        waits.forEach((wait, index) => {
          at += wait;
          if (index % 2 === 0) {
            ran += wait;
            window = pauseWindow(window, at);
          } else {
            window = resumeWindow(window, at);
          }
        });
        const running = window.runningSince === undefined ? 0 : at - window.runningSince;
        expect(codedMs(window, at)).toBe(Math.min(ran + running, 300_000));
      }),
    );
  });
});
