import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLOSEST_MS, follow, pan, rulerStep, viewOf, wholeOf, zoom } from './timeView.ts';

const HOUR = 3_600_000;

test('zooming keeps the moment under the pointer in place', () => {
  const view = zoom(zoom(wholeOf(HOUR), 0.1, HOUR / 2, HOUR), 0.5, HOUR / 2 + 10_000, HOUR);
  const before = zoom(wholeOf(HOUR), 0.1, HOUR / 2, HOUR);
  const share = (at: number, { from, span }: typeof view) => (at - from) / span;
  expect(share(HOUR / 2 + 10_000, view)).toBeCloseTo(share(HOUR / 2 + 10_000, before));
});

test('however one scrolls and zooms the view stays in the session, and no closer than can be read', () => {
  const step = fc.oneof(
    fc.record({ factor: fc.double({ min: 0.01, max: 100, noNaN: true }), about: fc.integer({ min: 0, max: HOUR }) }),
    fc.record({ by: fc.integer({ min: -2 * HOUR, max: 2 * HOUR }) }),
  );
  const whole = wholeOf(HOUR);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let view = whole;
      for (const one of steps) view = 'by' in one ? pan(view, one.by, HOUR) : zoom(view, one.factor, one.about, HOUR);
      expect(view.span).toBeGreaterThanOrEqual(CLOSEST_MS - 1e-6);
      expect(view.from).toBeGreaterThanOrEqual(whole.from - 1e-6);
      expect(view.from + view.span).toBeLessThanOrEqual(whole.from + whole.span + 1e-3);
    }),
  );
});

test('the view waits while the playhead is in sight, and moves on when it comes near the end', () => {
  const view = viewOf([600_000, 900_000], HOUR);
  expect(follow(view, 700_000, HOUR)).toBe(view);
  const next = follow(view, 899_000, HOUR);
  expect(next.from).toBeGreaterThan(view.from);
  expect(next.span).toBe(view.span);
});

test.for([
  [HOUR, 300_000],
  [300_000, 30_000],
  [10_000, 1_000],
])('labels of the ruler never touch: %i ms over 1,000 pixels are marked every %i ms', ([span, step]) => {
  expect(rulerStep({ from: 0, span: span ?? 0 }, 1_000, 72)).toBe(step);
});
