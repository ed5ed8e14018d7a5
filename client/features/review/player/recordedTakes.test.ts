import { expect, test } from 'vitest';
import { aRecordedTake } from './testing/aRecordedTake.ts';
import { lacksAt, nextStart, takeAt, recordedOf, unrecordedIn } from './recordedTakes.ts';

const [first, second, coach] = [
  aRecordedTake(1, 10_000, 60_000),
  aRecordedTake(2, 90_000, 120_000),
  aRecordedTake(3, 70_000, 100_000, 'coach'),
];
const recorded = recordedOf({ takes: [second, coach, first], holes: [] });

test.for([
  [9_999, undefined],
  [10_000, first],
  [59_999, first],
  [60_000, undefined],
  [90_000, second],
  [120_000, undefined],
] as const)('[RCD4] the take that contains %i ms is found, and none in a gap', ([at, take]) => {
  expect(takeAt(recorded.room, at)?.partId).toBe(take?.partId);
});

test.for([
  [0, 10_000],
  [60_000, 70_000],
  [75_000, 90_000],
  [90_000, undefined],
] as const)('after %i ms something is next recorded at %s, be it only the coach', ([at, next]) => {
  expect(nextStart(recorded, at)).toBe(next);
});

test('if two takes contain a moment, the one that began later is shown', () => {
  const { room } = recordedOf({ takes: [first, aRecordedTake(4, 50_000, 80_000)], holes: [] });
  expect(takeAt(room, 55_000)?.from).toBe(50_000);
});

test('an empty take is not played', () => {
  expect(recordedOf({ takes: [aRecordedTake(5, 40_000, 40_000)], holes: [] }).room).toEqual([]);
});

const broken = recordedOf({
  takes: [first, second, coach],
  holes: [
    { what: 'picture', why: 'device-stopped', from: 20_000, to: 30_000 },
    { what: 'sound', why: 'not-arriving', from: 25_000, to: 40_000 },
  ],
});

test.for([
  [15_000, []],
  [20_000, ['picture']],
  [25_000, ['picture', 'sound']],
  [30_000, ['sound']],
  [40_000, []],
  [65_000, ['picture', 'sound']],
  [75_000, ['picture', 'sound']],
] as const)(
  '[RCD3] at %i ms the room’s recording lacks what no file has, and what its file has a hole of',
  ([at, lacks]) => {
    expect(lacksAt(broken, at)).toEqual(lacks);
  },
);

test('[RCD3] what was not recorded is told as spans that do not overlap, and the rest is recorded', () => {
  const both = ['picture', 'sound'];
  expect(unrecordedIn(broken, 125_000)).toEqual([
    { from: 0, to: 10_000, lacks: both },
    { from: 20_000, to: 25_000, lacks: ['picture'] },
    { from: 25_000, to: 30_000, lacks: both },
    { from: 30_000, to: 40_000, lacks: ['sound'] },
    { from: 60_000, to: 90_000, lacks: both },
    { from: 120_000, to: 125_000, lacks: both },
  ]);
  expect(unrecordedIn(recordedOf({ takes: [coach], holes: [] }), 125_000)).toEqual([]);
});

test('[RCD3] the seam between two files is no span', () => {
  const takes = [aRecordedTake(1, 0, 10_000), aRecordedTake(2, 10_200, 20_000)];
  expect(unrecordedIn(recordedOf({ takes, holes: [] }), 20_000)).toEqual([]);
});
