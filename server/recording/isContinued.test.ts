import { expect, test } from 'vitest';
import { isContinued, REACHES_WITHIN_MS } from './isContinued.ts';

const span = (from: number, to: number) => ({ from, to });

test.for([
  ['the other has no picture or sound yet', span(0, 900), undefined, 100, false],
  ['a late recorder has not reached its first picture', span(0, 900), span(1_200, 1_300), 100, false],
  ['it has reached its first picture', span(0, 1_200), span(1_200, 1_300), 100, true],
  ['they overlap', span(0, 2_000), span(1_200, 2_300), 100, true],
  ['its own source sends nothing', undefined, span(1_200, 1_300), 100, false],
  ['its own source has sent nothing for long', undefined, span(1_200, 3_300), REACHES_WITHIN_MS, true],
] as const)('[RCD3] of a take that is replaced: %s', ([, own, next, waitedMs, expected]) => {
  expect(isContinued(own, next, waitedMs)).toBe(expected);
});
