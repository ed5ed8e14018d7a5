import type { Ask } from '#client/api/ask.ts';
import { connectionQuality } from './connectionQuality.ts';
import { readStats, type ReadStats, type StatsReport } from './statsReport.ts';

const EVERY_MS = 2_000;

/** Tells the session every now and then how well this connection does. Returns how to stop, safe to call twice. */
export function openQualityReports(
  ask: Ask,
  stats: () => Promise<readonly StatsReport[]>,
  everyMs = EVERY_MS,
): { readonly close: () => void } {
  let before: readonly ReadStats[] = [];

  async function report() {
    const now = (await stats()).map(readStats);
    if (now.length === 0) return;
    const quality = connectionQuality(before, now);
    before = now;
    await ask('quality:report', quality); // one that gets lost is followed by the next
  }

  const reporting = setInterval(() => void report().catch(() => undefined), everyMs);
  return { close: () => clearInterval(reporting) };
}
