import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from './spreadLabels.ts';

test('labels that are far enough apart stay where they are', () => {
  expect(spreadLabels([80, 10, 40], 16, 100)).toEqual([80, 10, 40]);
});

test('labels on one spot are moved apart, and the last stays inside', () => {
  expect(spreadLabels([100, 100, 100], 16, 100)).toEqual([68, 84, 100]);
});

test('no two labels ever lie closer than the gap, and none leaves the chart where there is room for all', () => {
  const places = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(places, (wanted) => {
      const placed = spreadLabels(wanted, 16, 200).toSorted((a, b) => a - b);
      for (const [index, at] of placed.entries()) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(200);
        expect(at - (placed[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(16 - 1e-9);
      }
    }),
  );
});
