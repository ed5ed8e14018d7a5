/** Wait before the first retry, in ms. */
const FIRST_MS = 1_000;
const LAST_MS = 15_000;

type Backoff = {
  /** Wait before the next try: doubles each time, up to a maximum. */
  readonly next: () => number;
  /** Call after a success: the next failure starts with the shortest wait again. */
  readonly reset: () => void;
};

/**
 * Waits between retries. Up to half of each wait is random, so that a clinic's browsers reconnect at different times.
 */
export function createBackoff(random: () => number, lastMs = LAST_MS): Backoff {
  let most = FIRST_MS;
  return {
    next() {
      const wait = most * (0.5 + random() / 2);
      most = Math.min(most * 2, lastMs);
      return wait;
    },
    reset() {
      most = FIRST_MS;
    },
  };
}
