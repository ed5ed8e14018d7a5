import { expect, test } from 'vitest';
import { cruisedSomething } from './runChecks.ts';

test.for([
  ['✔ no dependency violations found (57 modules, 90 dependencies cruised)', true],
  ['✔ no dependency violations found (0 modules, 0 dependencies cruised)', false],
  ['', false],
] as const)('boundaries count as checked only over some modules: %s', ([output, expected]) => {
  expect(cruisedSomething({ output })).toBe(expected);
});
