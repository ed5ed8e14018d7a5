import { expect, test } from 'vitest';
import { mediaPortsFrom, MOST_MEDIA_PORTS } from './mediaPorts.ts';

test.for([
  [1, [44_444], [44_445]],
  [2, [44_444], [44_445]],
  [4, [44_444, 44_445, 44_446], [44_447]],
  [8, [44_444, 44_445, 44_446, 44_447, 44_448, 44_449, 44_450], [44_451, 44_452]],
] as const)('with %d cores, the rooms have the ports %j and the voices %j', ([cores, room, voice]) => {
  expect(mediaPortsFrom(44_444, cores)).toEqual({ room, voice });
});

test.for([9, 16, 128])('with %d cores there are no more workers than a firewall is opened for', (cores) => {
  const { room, voice } = mediaPortsFrom(44_444, cores);
  expect([...room, ...voice].at(-1)).toBe(44_444 + MOST_MEDIA_PORTS - 1);
});

test('any free port means one for each worker', () => {
  expect(mediaPortsFrom(0, 4)).toEqual({ room: [0, 0, 0], voice: [0] });
});
