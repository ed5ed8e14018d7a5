import { expect, test } from 'vitest';
import { loadOf, placeRoom, USUAL_CONSUMERS } from './placeRoom.ts';

const rooms = (...consumers: number[]) => consumers.map((count) => ({ consumers: count }));
const workers = (...loads: number[]) => loads.map((load, at) => ({ at, load: () => load }));

test.for([
  ['no room', rooms(), 0],
  ['a room that was just opened', rooms(0), USUAL_CONSUMERS],
  ['a room with fewer consumers than usual', rooms(2), USUAL_CONSUMERS],
  ['a room with more', rooms(9), 9],
  ['several rooms', rooms(0, 9, 2), 9 + 2 * USUAL_CONSUMERS],
] as const)('%s is a load', ([, open, load]) => {
  expect(loadOf(open)).toBe(load);
});

test.for([
  ['the least load', workers(8, 4, 12), 1],
  ['the first of several', workers(8, 4, 4), 1],
  ['the only one', workers(12), 0],
  ['one that runs, however full it is', workers(Infinity, 900), 1],
  ['the first, if all are being replaced', workers(Infinity, Infinity), 0],
] as const)('a room is placed on the worker with %s', ([, among, at]) => {
  expect(placeRoom(among).at).toBe(at);
});

test('rooms that are opened together are spread evenly', () => {
  const opened = [[], [], []].map(() => [] as { consumers: number }[]);
  for (let room = 0; room < 9; room += 1) {
    placeRoom(opened.map((its) => ({ load: () => loadOf(its), its }))).its.push({ consumers: 0 });
  }
  expect(opened.map((its) => its.length)).toEqual([3, 3, 3]);
});
