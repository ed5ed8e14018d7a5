import { expect, test } from 'vitest';
import { createTokenBuckets } from './tokenBuckets.ts';

const RATE = { burst: 2, perSecond: 1 };

test('each key has a bucket of its own, which fills again', () => {
  const clock = { now: 0 };
  const buckets = createTokenBuckets(() => clock.now);
  expect([1, 2, 3].map(() => buckets.take('one', RATE))).toEqual([true, true, false]);
  expect(buckets.take('another', RATE)).toBe(true);
  clock.now = 1_000;
  expect([1, 2].map(() => buckets.take('one', RATE))).toEqual([true, false]);
});

test('a hundred thousand passing clients leave few buckets, and nobody who is limited is forgotten', () => {
  const clock = { now: 0 };
  const buckets = createTokenBuckets(() => clock.now);
  const slow = { burst: 1, perSecond: 0.000_001 };
  buckets.take('limited', slow);
  for (let client = 0; client < 100_000; client += 1) {
    clock.now += 10;
    buckets.take(`client ${client}`, RATE);
  }
  expect(buckets.size()).toBeLessThan(2_000);
  expect(buckets.take('limited', slow)).toBe(false);
});
