import type { Quality } from '#shared/protocol/contract.ts';
import type { LiveSession } from '#client/api/liveSession.ts';

/** How often a device says how well its connection does, in ms. */
export const QUALITY_EVERY_MS = 4_000;

/** Tells the coach, every few seconds, how well this device's connection does. Returns how to stop. */
export function reportQuality(
  live: Pick<LiveSession, 'ask' | 'getSnapshot'>,
  measure: () => Promise<Quality | undefined>,
): () => void {
  const timer = setInterval(() => void tell(), QUALITY_EVERY_MS);

  async function tell() {
    const { connection, self } = live.getSnapshot();
    if (connection !== 'live' || self === undefined || self.part === 'knocking') return;
    const quality = await measure();
    if (quality) await live.ask('quality:report', quality);
  }

  return () => clearInterval(timer);
}
