import { expect, test } from 'vitest';
import { ageOf } from './age.ts';

test.each([
  ['2022-05', '2026-11-22', { years: 4, months: 6 }],
  ['2025-12', '2026-11-22', { years: 0, months: 11 }],
  ['2026-11', '2026-11-01', { years: 0, months: 0 }],
])('a child born in %s is of this age on %s', (born, today, age) => {
  expect(ageOf(born, today)).toEqual(age);
});

test('there is no age before the month of birth, or without one', () => {
  expect(ageOf('2026-12', '2026-11-22')).toBeUndefined();
  expect(ageOf(null, '2026-11-22')).toBeUndefined();
});
