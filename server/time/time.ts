/** Time as the server reads it. The one place that touches the machine's clocks; tests pass their own. */
export type Time = {
  /** Wall clock, ms since 1970. May jump. */
  readonly wallNow: () => number;
  /** Never runs backwards. In ms, from an origin of its own. */
  readonly monotonicNow: () => number;
  /** Calls back once, after this many ms. Returns how to call it off. */
  readonly callAfter: (ms: number, callback: () => void) => () => void;
};

/** The longest delay that a timer can hold, in ms. */
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
