import { expect, test } from 'vitest';
import { nameContains } from './nameContains.ts';

test.for([
  ['Solberg', 'sol', true],
  ['Solberg', 'BERG', true],
  ['Müller', 'muller', true],
  ['Muller', 'mü', true],
  ['Nguyễn', 'nguyen', true],
  ['Solberg', 'sole', false],
] as const)('“%s” contains “%s”: %s', ([name, words, contains]) => {
  expect(nameContains(name, words)).toBe(contains);
});
