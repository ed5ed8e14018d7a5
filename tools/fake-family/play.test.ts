import { describe, expect, test } from 'vitest';
import { BLOCKS, handOf, poseOf } from './play.ts';
import { FAMILY_MS } from './script.ts';

const blocks = BLOCKS.map((block, index) => [index, block] as const);

test.for(blocks)('block %i ends the minute where it began', ([index, { home }]) => {
  expect(poseOf(index, 0)).toEqual({ ...home, turn: 0 });
  expect(poseOf(index, FAMILY_MS - 1)).toEqual({ ...home, turn: 0 });
});

test('blocks at rest never share a place', () => {
  for (const ms of [0, 10_000, 20_000, 30_000, 40_000, 50_000]) {
    const places = blocks.map(([index]) => poseOf(index, ms)).map(({ x, y }) => `${x},${y}`);
    expect(new Set(places).size).toBe(BLOCKS.length);
  }
});

test('before the crash all five of the child’s blocks stand on one another', () => {
  const tower = [0, 1, 2, 3, 4].map((index) => poseOf(index, 50_000));
  expect(new Set(tower.map(({ x }) => x)).size).toBe(1);
  expect(tower.map(({ y }) => y)).toEqual([225, 203, 181, 159, 137]);
});

describe('hands', () => {
  test('carry a block by holding it', () => {
    const { x, y } = poseOf(0, 3600);
    expect(handOf('child', 3600)).toEqual({ x, y });
  });

  test.for(['parent', 'child'] as const)('of the %s move without jumps', (who) => {
    for (let ms = 0; ms < FAMILY_MS; ms += 20) {
      const [before, after] = [handOf(who, ms), handOf(who, ms + 20)];
      expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(12);
    }
  });
});
