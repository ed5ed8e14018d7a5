import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClockStop,
  codedMs,
  type CodingWindow,
  completesAt,
  countsIn,
  finishWindow,
  pauseWindow,
  resumeWindow,
  spansUntil,
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

  test('[WIN1] a window that nobody stopped in time is never longer than its planned length', () => {
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
  ] as const)('[WIN2] a code at %i counts: %s', ([at, counts]) => {
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

describe('a window whose clock stands still', () => {
  const timeOut = (from: number, to: number | undefined): ClockStop => ({ why: 'time-out', from, to });
  const stopped = (...stops: readonly ClockStop[]) => ({ ...started(0), stops });

  test('[WIN3] continues where it stopped, until its full length is coded', () => {
    const window = stopped(timeOut(100_000, 300_000));
    expect(codedMs(window, 250_000)).toBe(100_000);
    expect(codedMs(window, 310_000)).toBe(110_000);
    expect(completesAt(window)).toBe(500_000);
    expect(finishWindow(window, 500_000)).toMatchObject({ spans: [[0, 500_000]] });
    expect(codedMs(finishWindow(window, 500_000), 900_000)).toBe(300_000);
  });

  test('[WIN3] has no end while a stop is open, unless it was complete before', () => {
    expect(completesAt(stopped(timeOut(100_000, undefined)))).toBeUndefined();
    expect(completesAt(stopped(timeOut(300_000, undefined)))).toBe(300_000);
  });

  test.for([
    [99_999, true],
    [100_000, false],
    [199_999, false],
    [200_000, true],
  ] as const)('[WIN2] [WIN3] with a stop from 100,000 to 200,000, a code at %i counts: %s', ([at, counts]) => {
    const window = stopped(timeOut(100_000, 200_000));
    expect(countsIn(window, at)).toBe(counts);
    expect(countsIn(finishWindow(window, 400_000), at)).toBe(counts);
  });

  const aSpan = fc.tuple(fc.nat(400_000), fc.nat(90_000)).map(([from, length]) => timeOut(from, from + length));

  test('[WIN1] [WIN3] coded time never decreases, is the sum of its spans, and reaches its length at the predicted time', () => {
    fc.assert(
      fc.property(fc.array(aSpan, { maxLength: 5 }), fc.array(fc.nat(900_000)), (stops, moments) => {
        const window = stopped(...stops);
        let before = 0;
        for (const now of moments.toSorted((one, other) => one - other)) {
          const coded = codedMs(window, now);
          expect(coded).toBeGreaterThanOrEqual(before);
          const spans = spansUntil(finishWindow(window, now), now);
          expect(spans.reduce((sum, [from, to]) => sum + to - from, 0)).toBe(coded);
          for (const [from, to] of spans) {
            expect(stops.some((stop) => stop.from < to && (stop.to ?? Infinity) > from && stop.from !== stop.to)).toBe(
              false,
            );
          }
          before = coded;
        }
        const end = completesAt(window);
        expect(end).toBeDefined();
        expect([codedMs(window, end!), codedMs(window, end! - 1)]).toEqual([300_000, 299_999]);
      }),
    );
  });
});
