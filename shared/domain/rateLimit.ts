/** A bucket that holds `burst` tokens and gains `perSecond` of them. */
export type Rate = { readonly burst: number; readonly perSecond: number };
export type Bucket = { readonly tokens: number; readonly filledAt: number };

/** Takes tokens at `now` (ms), one unless said. Returns the bucket with what is left; `allowed`: there were enough. */
export function takeToken(
  bucket: Bucket | undefined,
  rate: Rate,
  now: number,
  count = 1,
): { bucket: Bucket; allowed: boolean } {
  const tokens = bucket
    ? Math.min(rate.burst, bucket.tokens + ((now - bucket.filledAt) / 1_000) * rate.perSecond)
    : rate.burst;
  const allowed = tokens >= count;
  return { bucket: { tokens: allowed ? tokens - count : tokens, filledAt: now }, allowed };
}

/** When this bucket is full again, in ms, and so is like one that was never used. */
export function fullAt({ tokens, filledAt }: Bucket, { burst, perSecond }: Rate): number {
  return filledAt + ((burst - tokens) / perSecond) * 1_000;
}
