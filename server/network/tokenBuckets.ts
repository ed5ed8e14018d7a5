import { type Bucket, fullAt, type Rate, takeToken } from '#shared/domain/rateLimit.ts';

/** Token buckets by key, each with the rate that it is asked with. */
type TokenBuckets = {
  /** Takes one token. False if the bucket has none. */
  readonly take: (key: string, rate: Rate) => boolean;
  readonly size: () => number;
};

/** How many buckets there are before it is worth looking for full ones. */
const LOOK_FROM = 1_000;

/** Buckets that are full again are forgotten, so that many passing clients leave nothing behind. `now` is in ms. */
export function createTokenBuckets(now: () => number): TokenBuckets {
  const buckets = new Map<string, { readonly bucket: Bucket; readonly fullAt: number }>();
  let lookAt = LOOK_FROM;

  function forgetFull() {
    const time = now();
    for (const [key, { fullAt: full }] of buckets) if (full <= time) buckets.delete(key);
    lookAt = Math.max(LOOK_FROM, buckets.size * 2);
  }

  return {
    take(key, rate) {
      const { bucket, allowed } = takeToken(buckets.get(key)?.bucket, rate, now());
      buckets.set(key, { bucket, fullAt: fullAt(bucket, rate) });
      if (buckets.size >= lookAt) forgetFull();
      return allowed;
    },
    size: () => buckets.size,
  };
}
