import { expect, test } from 'vitest';
import { measureNetwork } from './measureNetwork.ts';

/** A network whose round trips take these times, after a first one that does not count. */
function aNetwork(...tookMs: number[]) {
  let at = 0;
  const waiting = [10_000, ...tookMs];
  return {
    roundTrip: () => {
      at += waiting.shift() ?? 0;
      return Promise.resolve();
    },
    now: () => at,
  };
}

test.for([
  ['good', [20, 30, 25, 40]],
  ['good', [150, 150, 150, 150]],
  ['good', [20, 30, 25, 2_000]],
  ['fair', [151, 200, 180, 160]],
  ['poor', [400, 351, 500, 900]],
] as const)('a connection is "%s" with round trips of %j ms', async ([finding, tookMs]) => {
  const { roundTrip, now } = aNetwork(...tookMs);
  await expect(measureNetwork(roundTrip, now)).resolves.toBe(finding);
});

test('a connection that breaks on the way is none', async () => {
  await expect(measureNetwork(() => Promise.reject(new Error('gone')))).resolves.toBe('none');
});
