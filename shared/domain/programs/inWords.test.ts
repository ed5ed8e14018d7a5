import { expect, test } from 'vitest';
import { forEachOther, secondsInWords } from './inWords.ts';

test.for([
  [5_000, 'five seconds'],
  [1_000, 'one second'],
  [15_000, '15 seconds'],
  [2_500, '2.5 seconds'],
] as const)('%i ms are %s', ([ms, words]) => {
  expect(secondsInWords(ms)).toBe(words);
});

test.for([
  [0.8, 4],
  [0.75, 3],
  [0.6, 2],
  [0.5, 1],
] as const)('a share of %d takes %i for each of the other kind', ([share, count]) => {
  expect(forEachOther(share)).toBe(count);
});
