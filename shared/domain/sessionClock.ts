/** One question to the server's clock: when it was sent, the server's time, and when the answer came. In ms. */
export type ClockSample = { readonly sentAt: number; readonly serverTime: number; readonly receivedAt: number };

/** The offset from a client's own clock to the server's session clock, and its largest error. Both in ms. */
export type ClockOffset = { readonly offset: number; readonly error: number };

/** The offset of the shortest of several round trips, which errs by at most half of it. CLK1, after NTP's filter. */
export function estimateOffset(samples: readonly ClockSample[]): ClockOffset | undefined {
  const [fastest] = samples.toSorted((a, b) => roundTrip(a) - roundTrip(b));
  if (fastest === undefined) return undefined;
  const error = roundTrip(fastest) / 2;
  return { offset: fastest.serverTime - (fastest.sentAt + error), error };
}

function roundTrip(sample: ClockSample): number {
  return sample.receivedAt - sample.sentAt;
}
