import { expect, test } from 'vitest';
import { nextMoment } from './nextMoment.ts';

const times = [1_000, 2_000, 5_000];

test.for([
  [0, 'next', 1_000],
  [1_000, 'next', 2_000],
  [1_990, 'next', 5_000],
  [5_000, 'next', undefined],
  [1_000, 'previous', undefined],
  [5_010, 'previous', 2_000],
  [9_000, 'previous', 5_000],
] as const)('from %i ms the %s is %s: what one is at is not gone to again', ([from, way, found]) => {
  expect(nextMoment(times, (time) => time, from, way)).toBe(found);
});
