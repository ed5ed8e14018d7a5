import { expect, test } from 'vitest';
import { formatClock } from './formatClock.ts';

test.for([
  [300_000, 'down', '5:00'],
  [299_999, 'down', '5:00'],
  [299_000, 'down', '4:59'],
  [1, 'down', '0:01'],
  [0, 'down', '0:00'],
  [-400, 'down', '0:00'],
  [999, 'up', '0:00'],
  [59_999, 'up', '0:59'],
  [60_000, 'up', '1:00'],
  [3_725_000, 'up', '62:05'],
] as const)('%i ms counted %s reads %s', ([ms, counts, reads]) => {
  expect(formatClock(ms, counts)).toBe(reads);
});
