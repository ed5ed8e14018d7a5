import { expect, test } from 'vitest';
import { type Bucket, fullAt, takeToken } from './rateLimit.ts';

test('a bucket allows a burst at once, and then only its refill rate', () => {
  const rate = { burst: 3, perSecond: 1 };
  let bucket: Bucket | undefined;
  const take = (now: number) => {
    const taken = takeToken(bucket, rate, now);
    bucket = taken.bucket;
    return taken.allowed;
  };
  expect([take(0), take(0), take(0), take(0)]).toEqual([true, true, true, false]);
  expect([take(999), take(1_000), take(1_001)]).toEqual([false, true, false]);
  expect([take(60_000), take(60_000), take(60_000), take(60_000)]).toEqual([true, true, true, false]);
});

test('tokens can be taken several at a time, and too many take none', () => {
  const rate = { burst: 10, perSecond: 1 };
  const first = takeToken(undefined, rate, 0, 8);
  expect(first).toEqual({ bucket: { tokens: 2, filledAt: 0 }, allowed: true });
  expect(takeToken(first.bucket, rate, 0, 3)).toEqual({ bucket: first.bucket, allowed: false });
  expect(fullAt(first.bucket, rate)).toBe(8_000);
});
