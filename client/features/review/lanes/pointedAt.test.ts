import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RULER_HEIGHT } from './drawLanes.ts';
import { firstAtLeast } from './firstAtLeast.ts';
import { laneOf } from './lane.ts';
import { nearestMark, pointedAt } from './pointedAt.ts';

const bookmark = (at: number) => ({ is: 'bookmark', at, label: '' }) as const;

test('the binary search finds what a linear search finds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000)), fc.nat(1_000), (values, least) => {
      const sorted = values.toSorted((one, other) => one - other);
      const found = sorted.findIndex((value) => value >= least);
      expect(firstAtLeast(sorted, least, (value) => value)).toBe(found === -1 ? sorted.length : found);
    }),
  );
});

test('the nearest mark is the nearest of all, within reach', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000), { minLength: 1 }), fc.nat(1_000), (times, at) => {
      const { marks } = laneOf('x', '', { marks: times.map(bookmark) });
      const least = Math.min(...times.map((time) => Math.abs(time - at)));
      const nearest = nearestMark({ marks }, at, 50);
      expect(nearest && Math.abs(nearest.at - at)).toBe(least <= 50 ? least : undefined);
    }),
  );
});

test('a point belongs to the row it is in, and to none above the first', () => {
  const [one, two] = [laneOf('one', '', { marks: [bookmark(500)] }), laneOf('two', '', { marks: [bookmark(900)] })];
  const at = (x: number, y: number) => pointedAt([one, two], { from: 0, span: 1_000 }, 1_000, { x, y });
  expect(at(505, RULER_HEIGHT - 1)).toBeUndefined();
  expect(at(505, RULER_HEIGHT + 1)).toMatchObject({ lane: { id: 'one' }, mark: { at: 500 } });
  expect(at(505, RULER_HEIGHT + one.height + 1)).toMatchObject({ lane: { id: 'two' }, mark: undefined });
});
