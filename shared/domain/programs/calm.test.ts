import { expect, test } from 'vitest';
import { CALM } from './calm.ts';

test('[CAL1] PCIT-CALM leaves each taught or coached stage after a number of sessions, and judges no window', () => {
  const stages = CALM.course.filter(({ kind }) => kind === 'teach' || kind === 'coach');
  expect(stages.length).toBeGreaterThan(4);
  expect(stages.filter(({ gate }) => gate.is !== 'sessions')).toEqual([]);
  expect(CALM.phases.flatMap(({ criteria }) => criteria)).toEqual([]);
});
