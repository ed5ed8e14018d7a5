/** A bucket that holds `burst` tokens and gains `perSecond` of them. */
export type Rate = { readonly burst: number; readonly perSecond: number };
export type Bucket = { readonly tokens: number; readonly filledAt: number };

/** Takes one token at `now` (ms). Returns the bucket with what is left; `allowed` says whether there was a token. */
export function takeToken(bucket: Bucket | undefined, rate: Rate, now: number): { bucket: Bucket; allowed: boolean } {
  const tokens = bucket
    ? Math.min(rate.burst, bucket.tokens + ((now - bucket.filledAt) / 1_000) * rate.perSecond)
    : rate.burst;
  const allowed = tokens >= 1;
  return { bucket: { tokens: allowed ? tokens - 1 : tokens, filledAt: now }, allowed };
}
