/** How long a reading counts, in ms: long enough for a packet that nothing delayed, short for clocks that drift apart. */
const COUNTS_FOR_MS = 20_000;

/** The most that a better reading may move the clock at once, in ms: less than a frame, so that no picture runs back. */
const STEP_MS = 5;

/** A stream that comes this much later than it should has begun to count anew, in ms. */
const BEGUN_ANEW_MS = 2_000;

type Reading = { readonly at: number; readonly offset: number };

/**
 * How a sender's RTP timestamps map to session time. Packets are only ever late, so the least time between a packet's
 * timestamp and its coming is what the way takes at its best; jitter leaves no trace in the recording.
 */
export function createStreamClock(clockRate: number) {
  const perMs = clockRate / 1_000;
  let readings: Reading[] = [];
  let last: number | undefined;
  let unwrapped = 0;
  let offset: number | undefined;

  return {
    /** A packet came. `now` is session time, in ms. */
    note(rtpTimestamp: number, now: number) {
      // RTP timestamps are 32 bits wide and begin anywhere.
      unwrapped = last === undefined ? rtpTimestamp : unwrapped + ((rtpTimestamp - last) | 0);
      last = rtpTimestamp;
      const reading = { at: now, offset: now - unwrapped / perMs };
      if (offset !== undefined && reading.offset > offset + BEGUN_ANEW_MS) {
        readings = [];
        offset = undefined;
      }
      readings = [...readings.filter((one) => one.at > now - COUNTS_FOR_MS && one.offset < reading.offset), reading];
    },

    /** The RTP timestamp of what is sent at a moment of session time; undefined until a packet came. */
    rtpAt(sessionMs: number): number | undefined {
      const [best] = readings;
      if (best === undefined) return undefined;
      const off = best.offset - (offset ?? best.offset);
      offset = (offset ?? best.offset) + Math.min(Math.max(off, -STEP_MS), STEP_MS);
      return Math.round((sessionMs - offset) * perMs) >>> 0;
    },
  };
}
