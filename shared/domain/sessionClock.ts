/** One question to the server's clock: when it left, what the server said, and when the answer came. All in ms. */
export type ClockSample = { readonly sentAt: number; readonly serverTime: number; readonly receivedAt: number };

/** How far the server's session clock is ahead of a client's own clock, and how wrong that can be. Both in ms. */
export type ClockOffset = { readonly offset: number; readonly error: number };

/**
 * The offset by the fastest of several round trips: the shortest leaves the least room for error, which is at most
 * half of it (rule CLK1, after NTP's clock filter). Undefined without samples.
 */
export function estimateOffset(samples: readonly ClockSample[]): ClockOffset | undefined {
  const [fastest] = samples.toSorted((a, b) => roundTrip(a) - roundTrip(b));
  if (fastest === undefined) return undefined;
  const error = roundTrip(fastest) / 2;
  return { offset: fastest.serverTime - (fastest.sentAt + error), error };
}

function roundTrip(sample: ClockSample): number {
  return sample.receivedAt - sample.sentAt;
}
