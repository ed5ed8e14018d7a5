import type { Ask } from '#client/api/ask.ts';
import type { Quality } from '#shared/protocol/contract.ts';
import { connectionQuality } from './connectionQuality.ts';
import type { MediaStandingStore } from './mediaStanding.ts';
import { readStats, type ReadStats, type StatsReport } from './statsReport.ts';

const EVERY_MS = 2_000;

type Measured = {
  readonly stats: () => Promise<readonly StatsReport[]>;
  readonly standing: Pick<MediaStandingStore, 'getSnapshot'>;
};

/** Reported while the connection is cut off, because statistics keep showing the values from before. */
const CUT_OFF: Quality = { roundTripMs: null, lossPercent: 100, playoutDelayMs: null };

/** Reports the quality of this connection at intervals. Returns a stop function, safe to call twice. */
export function openQualityReports(
  ask: Ask,
  { stats, standing }: Measured,
  everyMs = EVERY_MS,
): { readonly close: () => void } {
  let before: readonly ReadStats[] = [];

  async function report() {
    const now = (await stats()).map(readStats);
    if (now.length === 0) return;
    const quality = connectionQuality(before, now);
    before = now;
    await ask('quality:report', standing.getSnapshot() === 'mending' ? CUT_OFF : quality); // a lost report is followed by the next one
  }

  const reporting = setInterval(() => void report().catch(() => undefined), everyMs);
  return { close: () => clearInterval(reporting) };
}
