import { expect, test } from 'vitest';
import { aRecordedPart } from './aRecordedPart.ts';
import { nextStart, partAt, recordedOf } from './recordedParts.ts';

const [first, second, coach] = [
  aRecordedPart(1, 10_000, 60_000),
  aRecordedPart(2, 90_000, 120_000),
  aRecordedPart(3, 70_000, 100_000, 'coach'),
];
const recorded = recordedOf([second, coach, first]);

test.for([
  [9_999, undefined],
  [10_000, first],
  [59_999, first],
  [60_000, undefined],
  [90_000, second],
  [120_000, undefined],
] as const)('[RCD4] the part that holds %i ms is found, and none in a gap', ([at, part]) => {
  expect(partAt(recorded.room, at)?.partId).toBe(part?.partId);
});

test.for([
  [0, 10_000],
  [60_000, 70_000],
  [75_000, 90_000],
  [90_000, undefined],
] as const)('after %i ms something is next recorded at %s, be it only the coach', ([at, next]) => {
  expect(nextStart(recorded, at)).toBe(next);
});

test('of two parts that hold a moment the one that began later is shown', () => {
  const { room } = recordedOf([first, aRecordedPart(4, 50_000, 80_000)]);
  expect(partAt(room, 55_000)?.from).toBe(50_000);
});

test('a part without anything in it is not played', () => {
  expect(recordedOf([aRecordedPart(5, 40_000, 40_000)]).room).toEqual([]);
});
