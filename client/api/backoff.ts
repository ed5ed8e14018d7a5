/** How long to wait before the first other try, and at most, in ms. */
const FIRST_MS = 1_000;
const LAST_MS = 15_000;

type Backoff = {
  /** How long to wait before the next try: twice as long each time, up to the last. */
  readonly next: () => number;
  /** It went well: the next trouble begins anew. */
  readonly reset: () => void;
};

/** Waits between tries, of which up to half is left to chance, so that a whole clinic does not come back at once. */
export function createBackoff(random: () => number): Backoff {
  let most = FIRST_MS;
  return {
    next() {
      const wait = most * (0.5 + random() / 2);
      most = Math.min(most * 2, LAST_MS);
      return wait;
    },
    reset() {
      most = FIRST_MS;
    },
  };
}
