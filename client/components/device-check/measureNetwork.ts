export type NetworkFinding = 'good' | 'fair' | 'poor' | 'none';

/** Round trips, in ms, up to which a whisper arrives in time with ease, and up to which it still does. Ours. */
const GOOD_MS = 150;
const FAIR_MS = 350;
const ROUNDS = 4;

/** How good the way to the server is: the middle one of some round trips, the first of which only opens the way. */
export async function measureNetwork(
  roundTrip: () => Promise<unknown>,
  now: () => number = () => performance.now(),
): Promise<NetworkFinding> {
  const tookMs: number[] = [];
  try {
    await roundTrip();
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = now();
      await roundTrip();
      tookMs.push(now() - began);
    }
  } catch {
    // Whatever went wrong on the way, there is no way.
    return 'none';
  }
  const middle = tookMs.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Infinity;
  if (middle <= GOOD_MS) return 'good';
  return middle <= FAIR_MS ? 'fair' : 'poor';
}
