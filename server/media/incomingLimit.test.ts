import { describe, expect, test } from 'vitest';
import { isFlood, mostBytes, withArrived, type Arrived } from './incomingLimit.ts';
import type { Plane } from '#shared/protocol/media.ts';

/** What is counted of a sender after a number of seconds, looked at every two. */
function afterSeconds(seconds: number, bytesAt: (second: number) => number): readonly Arrived[] {
  let arrived: readonly Arrived[] = [];
  for (let second = 0; second <= seconds; second += 2)
    arrived = withArrived(arrived, { atMs: second * 1_000, bytes: bytesAt(second) });
  return arrived;
}

describe('[WIR9] what one sender may send', () => {
  test.for<[sends: string, Plane, bps: number]>([
    ['a camera and its sound, with everything sent again and as much to test the network', 'room', 3 * 1_264_000],
    ['a voice with its headers, and everything sent again', 'voice', 2 * (40_000 + 20_000)],
  ])('%s is no flood, however long it lasts', ([, plane, bps]) => {
    expect(
      isFlood(
        plane,
        afterSeconds(3_600, (second) => (second * bps) / 8),
      ),
    ).toBe(false);
  });

  test('half a minute of a camera that arrives at once after a break is no flood', () => {
    const bytesAt = (second: number) => ((second <= 30 ? 0 : second) * 1_264_000) / 8;
    for (let end = 0; end <= 60; end += 2) expect(isFlood('room', afterSeconds(end, bytesAt))).toBe(false);
  });

  test.for<[Plane, bps: number]>([
    ['room', 12_000_000],
    ['voice', 400_000],
  ])('on the %s plane, %d bit/s are one within ten seconds', ([plane, bps]) => {
    expect(
      isFlood(
        plane,
        afterSeconds(10, (second) => (second * bps) / 8),
      ),
    ).toBe(true);
  });

  test('a flood is one at once, without waiting for the ten seconds', () => {
    expect(
      isFlood(
        'voice',
        afterSeconds(2, (second) => second * mostBytes('voice')),
      ),
    ).toBe(true);
  });
});
