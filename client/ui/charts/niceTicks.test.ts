import { expect, test } from 'vitest';
import { niceTicks } from './niceTicks.ts';

test.each([
  [0, 1, [0, 0.25, 0.5, 0.75, 1]],
  [0, 15, [0, 5, 10, 15]],
  [0, 10, [0, 2, 4, 6, 8, 10]],
  [36, 252, [50, 100, 150, 200, 250]],
  [9, 63, [20, 40, 60]],
])('an axis from %s to %s has round numbers', (from, upTo, ticks) => {
  expect(niceTicks(from, upTo)).toEqual(ticks);
});
