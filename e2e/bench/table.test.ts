import { expect, test } from 'vitest';
import { tableOf } from './table.ts';

test('the table says what was measured, beside what, and whether that is enough', () => {
  const table = tableOf({
    whisper: { value: 51.27, unit: 'ms', baseline: 48, ratio: 1.069, target: { ratio: 1.1 }, rounds: 5, worst: 132.4 },
    page: { value: 260, unit: 'kB', baseline: null, ratio: null, target: { value: 250 }, rounds: 1, worst: 260 },
  });
  expect(table).toBe(
    [
      'figure       ours   bare    ratio   worst     target',
      'whisper   51.3 ms     48   × 1.07     132    ≤ × 1.1       met',
      'page       260 kB      –        –     260   ≤ 250 kB   not met',
    ].join('\n'),
  );
});

test('a figure without a target is neither met nor missed', () => {
  const table = tableOf({
    own: { value: 12, unit: 'ms', baseline: 10, ratio: 1.2, target: {}, rounds: 5, worst: 15 },
  });
  expect(table.split('\n')[1]).toBe('own      12 ms     10   × 1.20      15        –');
});
