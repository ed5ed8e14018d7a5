import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCorrelation, meanSquares } from './icc.ts';

/** Shrout and Fleiss (1979), table 2: six targets, four judges. */
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

test('[REL8] a published table gives the published values and intervals', () => {
  const { windows, agreement, consistency } = countCorrelation(SHROUT_FLEISS);
  expect(windows).toBe(6);
  expect(agreement?.value).toBeCloseTo(0.29, 3);
  expect(consistency?.value).toBeCloseTo(0.715, 3);
  // As psych::ICC (R) prints them for ICC2 and ICC3.
  expect(agreement?.interval?.[0]).toBeCloseTo(0.019, 3);
  expect(agreement?.interval?.[1]).toBeCloseTo(0.761, 3);
  expect(consistency?.interval?.[0]).toBeCloseTo(0.342, 3);
  expect(consistency?.interval?.[1]).toBeCloseTo(0.946, 3);
});

test('[REL8] its mean squares also give the one-way correlation', () => {
  const parts = meanSquares(SHROUT_FLEISS);
  if (parts === undefined) throw new Error('no mean squares');
  const { windows: n, coders: k, betweenWindows, betweenCoders, error } = parts;
  const within = (betweenCoders * (k - 1) + error * (n - 1) * (k - 1)) / (n * (k - 1));
  expect((betweenWindows - within) / (betweenWindows + (k - 1) * within)).toBeCloseTo(0.166, 3);
});

test.for([
  ['one window', [[3, 3]], null, null],
  [
    'windows that cannot be told apart',
    [
      [3, 3],
      [3, 3],
      [3, 3],
    ],
    null,
    null,
  ],
  [
    'the very same counts',
    [
      [3, 3],
      [5, 5],
      [1, 1],
    ],
    1,
    1,
  ],
  [
    'always one more',
    [
      [3, 4],
      [5, 6],
      [1, 2],
    ],
    8 / 9,
    1,
  ],
  [
    'the other way round',
    [
      [1, 3],
      [2, 2],
      [3, 1],
    ],
    -3,
    -1,
  ],
] as const)('[REL8] %s', ([, counts, agreement, consistency]) => {
  const correlation = countCorrelation(counts);
  if (agreement === null) expect(correlation.agreement).toBeNull();
  else expect(correlation.agreement?.value).toBeCloseTo(agreement, 12);
  expect(correlation.consistency?.value ?? null).toBe(consistency);
  // Without residual variance there is no interval.
  if (consistency === 1) expect(correlation.consistency?.interval).toBeNull();
});

test('[REL8] figures lie in their intervals, and the order of windows and coders does not matter', () => {
  const tables = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(tables, (counts) => {
      const { agreement, consistency } = countCorrelation(counts);
      for (const icc of [agreement, consistency]) {
        if (icc?.interval == null) continue;
        expect(icc.interval[0]).toBeLessThanOrEqual(icc.value + 1e-9);
        expect(icc.interval[1]).toBeGreaterThanOrEqual(icc.value - 1e-9);
      }
      expect(countCorrelation(counts.toReversed().map((row) => row.toReversed()))).toEqual({
        windows: counts.length,
        agreement,
        consistency,
      });
    }),
  );
});
