/** Time as the server reads it. Only this file uses the machine's clocks; tests pass their own. */
export type Time = {
  /** Wall clock, in ms since 1970. May jump. */
  readonly wallNow: () => number;
  /** Never runs backwards. In ms, from an arbitrary origin. */
  readonly monotonicNow: () => number;
  /** Calls back once, after this many ms. Returns a function that cancels it. */
  readonly callAfter: (ms: number, callback: () => void) => () => void;
};

/** The longest delay of a timer, in ms. */
const MAX_TIMER_MS = 2_147_483_647;

export const realTime: Time = {
  wallNow: () => Date.now(),
  monotonicNow: () => performance.now(),
  callAfter(ms, callback) {
    const timer = setTimeout(callback, Math.min(Math.max(ms, 0), MAX_TIMER_MS));
    return () => {
      clearTimeout(timer);
    };
  },
};
