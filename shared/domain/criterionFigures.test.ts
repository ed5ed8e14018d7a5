import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Criterion, judge } from './mastery.ts';
import { figuresOf } from './criterionFigures.ts';

const share: Criterion = {
  rule: 'PDI3',
  label: 'Effective commands',
  short: 'Effective',
  of: 'effective',
  codes: ['DC'],
  bound: 'at least',
  goal: 0.75,
  goalOrigin: 'published',
};

test.for([
  [null, { actual: null, goal: 75, missing: 75 }],
  [0.749, { actual: 74, goal: 75, missing: 1 }],
  [0.75, { actual: 75, goal: 75, missing: 0 }],
  [2 / 3, { actual: 66, goal: 75, missing: 9 }],
  [0.29, { actual: 29, goal: 75, missing: 46 }],
] as const)('PDI3: a share of %d is shown as a whole percent', ([actual, figures]) => {
  expect(figuresOf(judge(share, actual, true))).toEqual({ ...figures, inPercent: true });
});

test('a share reads as reached exactly when it is', () => {
  const bound = fc.constantFrom('at least' as const, 'at most' as const);
  fc.assert(
    fc.property(fc.nat(40), fc.integer({ min: 1, max: 40 }), fc.nat(100), bound, (part, whole, goal, is) => {
      const judged = judge({ ...share, bound: is, goal: goal / 100 }, Math.min(part, whole) / whole, true);
      const { actual, goal: shownGoal, missing } = figuresOf(judged);
      const readsMet = is === 'at least' ? (actual ?? 0) >= shownGoal : (actual ?? 0) <= shownGoal;
      expect([readsMet, missing === 0]).toEqual([judged.result.is === 'met', judged.result.is === 'met']);
    }),
  );
});

test('a count is shown as it is', () => {
  const count: Criterion = { ...share, of: 'count', codes: ['LP'], goal: 10 };
  expect(figuresOf(judge(count, 7, true))).toEqual({ actual: 7, goal: 10, missing: 3, inPercent: false });
});
