import { describe, expect, test } from 'vitest';
import type { ClockStop, Span } from './codingWindow.ts';
import { windowStanding } from './windowStanding.ts';

const gap = (from: number, to: number | undefined): ClockStop => ({ why: 'gap', causes: ['picture'], from, to });

const judged = (stops: readonly ClockStop[], over: { spans?: readonly Span[]; voided?: string } = {}) =>
  windowStanding({ stops, spans: over.spans ?? [[0, 400_000]], runningSince: undefined, voided: over.voided }, 400_000);

describe('what gaps make of a window', () => {
  test.for([
    [[], 'sound'],
    [[[1_000, 10_999]], 'sound'],
    [[[1_000, 11_000]], 'flagged'],
    [[[1_000, 61_000]], 'flagged'],
    [[[1_000, 61_001]], 'void'],
    [
      [
        [0, 30_000],
        [50_000, 80_000],
      ],
      'flagged',
    ],
    [
      [
        [0, 30_000],
        [50_000, 80_001],
      ],
      'void',
    ],
    [
      [
        [0, 1],
        [10, 11],
      ],
      'sound',
    ],
    [
      [
        [0, 1],
        [10, 11],
        [20, 21],
      ],
      'void',
    ],
  ] as const)('[WIN4] %o: %s', ([gaps, is]) => {
    expect(judged(gaps.map(([from, to]) => gap(from, to))).is).toBe(is);
  });

  test('[WIN4] a time-out is not a gap, and neither is anything that happened while coding was paused', () => {
    expect(judged([{ why: 'time-out', from: 0, to: 200_000 }]).is).toBe('sound');
    expect(
      judged([gap(100_000, 200_000)], {
        spans: [
          [0, 100_000],
          [200_000, 300_000],
        ],
      }).is,
    ).toBe('sound');
  });

  test('[WIN4] a gap counts while it lasts', () => {
    const window = { stops: [gap(10_000, undefined)], spans: [], runningSince: 0, voided: undefined };
    expect([15_000, 20_000, 70_001].map((now) => windowStanding(window, now).is)).toEqual(['sound', 'flagged', 'void']);
  });

  test('[WIN5] a window that its lead coach made void keeps the reason', () => {
    expect(judged([], { voided: 'the wrong child' })).toMatchObject({ is: 'void', why: { reason: 'the wrong child' } });
  });
});
