import { expect, test } from 'vitest';
import { figureOf, isMet } from './figure.ts';

test('a figure is the median over its rounds, and its ratio the median of their own ratios', () => {
  const rounds = [
    { ours: 10, bare: 10 },
    { ours: 30, bare: 20 },
    { ours: 90, bare: 30 },
  ];
  expect(figureOf(rounds, 'ms', { ratio: 2 })).toEqual({
    value: 30,
    unit: 'ms',
    baseline: 20,
    ratio: 1.5,
    target: { ratio: 2 },
    rounds: 3,
    worst: 90,
  });
});

test('without a baseline there is no ratio', () => {
  expect(figureOf([{ ours: 200 }], 'kB', { value: 250 })).toMatchObject({ value: 200, baseline: null, ratio: null });
});

test('a baseline that took no time gives no ratio', () => {
  expect(figureOf([{ ours: 1, bare: 0 }], 'frames', {})).toMatchObject({ baseline: 0, ratio: null });
});

test.for([
  [{ value: 9, ratio: 2, target: { value: 10, ratio: 3 } }, true],
  [{ value: 11, ratio: 2, target: { value: 10, ratio: 3 } }, false],
  [{ value: 9, ratio: 4, target: { value: 10, ratio: 3 } }, false],
  [{ value: 10, ratio: null, target: { value: 10 } }, true],
  [{ value: 10, ratio: null, target: { ratio: 1 } }, false],
  [{ value: 10, ratio: null, target: {} }, true],
] as const)('%j meets its target: %s', ([figure, expected]) => {
  expect(isMet(figure)).toBe(expected);
});
