import { expect, test } from 'vitest';
import { sumTallies, summaryLine, type Tally } from './tally.ts';

const aTally = (overrides: Partial<Tally> = {}): Tally => ({
  name: 'unit',
  passed: 3,
  failed: 0,
  endedWell: true,
  ...overrides,
});

test('runners are added up', () => {
  const total = sumTallies([aTally(), aTally({ passed: 2, failed: 1, endedWell: false })]);
  expect(summaryLine(total)).toBe('5 passed, 1 failed');
  expect(total.complaints).toEqual([]);
});

test.for([
  ['ran nothing', { passed: 0 }, 'unit: nothing ran.'],
  ['crashed before its first test', { passed: 0, endedWell: false }, 'unit: nothing ran.'],
  ['ended badly with every test passed', { endedWell: false }, 'unit: no test failed, and yet it ended with an error.'],
] as const)('a runner that %s is a failure', ([, overrides, complaint]) => {
  const total = sumTallies([aTally(overrides)]);
  expect(total.failed).toBe(1);
  expect(total.complaints).toEqual([complaint]);
});
