import { expect, test } from 'vitest';
import { isFresh } from './prompts.ts';

test.for([
  [0, true],
  [5_000, true],
  [5_001, false],
] as const)('[PRM1] a prompt %i ms old is worth showing: %s', ([age, fresh]) => {
  expect(isFresh(1_000, 1_000 + age)).toBe(fresh);
});
