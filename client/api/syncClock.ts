import { type ClockOffset, type ClockSample, estimateOffset } from '#shared/domain/sessionClock.ts';
import type { Ask } from './ask.ts';

/** Enough round trips that one of them is likely to meet no traffic. */
const SAMPLES = 6;

/** How often the offset is measured again, in ms: quartz drifts by some ms an hour. */
const RESYNC_EVERY_MS = 30_000;

/** Asks the server's session clock several times and estimates the offset. Undefined when it did not answer. */
export async function syncClock(ask: Ask, localNow: () => number): Promise<ClockOffset | undefined> {
  const samples: ClockSample[] = [];
  for (let round = 0; round < SAMPLES; round += 1) {
    const sentAt = localNow();
    const reply = await ask('clock:read', {});
    if (reply.ok) samples.push({ sentAt, serverTime: reply.value.now, receivedAt: localNow() });
  }
  return estimateOffset(samples);
}

/** Measures again now and then, and when the page is looked at again: a machine may have slept. Returns how to stop. */
export function keepMeasuring(measure: () => void): () => void {
  const timer = setInterval(measure, RESYNC_EVERY_MS);
  const onWake = () => {
    if (document.visibilityState === 'visible') measure();
  };
  const hasPage = typeof document !== 'undefined';
  if (hasPage) document.addEventListener('visibilitychange', onWake);
  return () => {
    clearInterval(timer);
    if (hasPage) document.removeEventListener('visibilitychange', onWake);
  };
}
