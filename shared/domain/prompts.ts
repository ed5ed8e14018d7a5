/** A prompt that reaches a caregiver later than this after it was sent is dropped. Rule PRM1. */
export const PROMPT_LIFETIME_MS = 5_000;

/** Whether a prompt sent at `sentAt` is still worth showing at `now`. Both session time, ms. */
export function isFresh(sentAt: number, now: number): boolean {
  return now - sentAt <= PROMPT_LIFETIME_MS;
}
