import { expect, test } from 'vitest';
import { median, percentile } from './statistics.ts';

test.for([
  [[5], 99, 5],
  [[3, 1, 2], 0, 1],
  [[3, 1, 2], 100, 3],
  [[0, 10], 25, 2.5],
  [Array.from({ length: 101 }, (_, index) => index), 99, 99],
] as const)('the percentile of %j at %d is %d', ([values, percent, expected]) => {
  expect(percentile(values, percent)).toBeCloseTo(expected);
});

test('the median of an even number of values lies between the middle two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('an empty list has no percentile', () => {
  expect(() => percentile([], 50)).toThrow('nothing');
});
