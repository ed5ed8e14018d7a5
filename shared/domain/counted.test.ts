import { expect, test } from 'vitest';
import { counted } from './counted.ts';

test.each([
  [0, '0 codes'],
  [1, '1 code'],
  [2, '2 codes'],
])('%i is counted as %s', (count, text) => {
  expect(counted(count, 'code')).toBe(text);
});

test('a plural can differ by more than an s', () => {
  expect([1, 2].map((count) => counted(count, 'session was', 'sessions were'))).toEqual([
    '1 session was',
    '2 sessions were',
  ]);
});
