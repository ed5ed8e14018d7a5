import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How exactly the delay is measured, in ms. */
const RESOLUTION_MS = 10;

/** Measures how long whatever comes in waits for this process. */
export function measureLoopDelay(): {
  /** In ms, what 99 of 100 waits stayed below since this was asked for the last time. */
  readonly p99: () => number;
  readonly stop: () => void;
} {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  return {
    p99() {
      // A measurement begins with a timer of that length, which counts as a delay.
      const ms = Math.max(0, delays.percentile(99) / 1e6 - RESOLUTION_MS);
      delays.reset();
      return Math.round(ms * 10) / 10;
    },
    stop: () => void delays.disable(),
  };
}
