/** How long a reading counts, in ms: long enough for a packet that nothing delayed, short for clocks that drift apart. */
const COUNTS_FOR_MS = 20_000;

/** So little may a better reading move the clock at once, in ms: less than a frame, so that no picture runs back. */
const STEP_MS = 5;

/** Where the clock is further off than a code may be, it moves by half of that: better a picture dropped than one misplaced. */
const FAR_OFF_MS = 30;

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
      const step = Math.abs(off) > FAR_OFF_MS ? Math.abs(off) / 2 : STEP_MS;
      offset = (offset ?? best.offset) + Math.min(Math.max(off, -step), step);
      return Math.round((sessionMs - offset) * perMs) >>> 0;
    },
  };
}
