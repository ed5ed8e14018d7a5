/** How long a reading counts, in ms: long enough for an undelayed packet, short enough for clocks that drift apart. */
const COUNTS_FOR_MS = 20_000;

/** The largest correction of the clock at once, in ms: less than a frame, so that no picture goes back in time. */
const STEP_MS = 5;

/** If the clock is off by more than a code may be, in ms, it moves by half of that: a picture may be dropped. */
const FAR_OFF_MS = 30;

/** A stream that arrives this much later than expected, in ms, has restarted its timestamps. */
const RESTARTED_AFTER_MS = 2_000;

/**
 * Maps a sender's RTP timestamps to session time. Packets are only ever late, so the smallest difference between
 * timestamp and arrival is the fastest way through the network. Jitter therefore leaves no trace in the recording.
 */
export function createStreamClock(clockRate: number) {
  const perMs = clockRate / 1_000;
  let readings: { readonly at: number; readonly offset: number }[] = [];
  let last: number | undefined;
  let unwrapped = 0;
  let offset: number | undefined;

  return {
    /** A packet arrived. `now` is session time, in ms. */
    note(rtpTimestamp: number, now: number) {
      // RTP timestamps have 32 bits and start anywhere.
      unwrapped = last === undefined ? rtpTimestamp : unwrapped + ((rtpTimestamp - last) | 0);
      last = rtpTimestamp;
      const reading = { at: now, offset: now - unwrapped / perMs };
      if (offset !== undefined && reading.offset > offset + RESTARTED_AFTER_MS) {
        readings = [];
        offset = undefined;
      }
      readings = [...readings.filter((one) => one.at > now - COUNTS_FOR_MS && one.offset < reading.offset), reading];
    },

    /** The RTP timestamp of what is sent at a session time. Undefined until a packet has arrived. */
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
