import type { InboundStats, PlayoutStats, ReadStats } from './statsReport.ts';

/** Age of a packet's first sample when it leaves. Encoding a picture takes about as long. In ms. */
const PACKET_MS = 20;

/** Round trips and readings from which the age of a sound follows, in ms, as far as they are known. */
type HeardWay = {
  /** Round trip between the sender and the media server. */
  readonly senderRoundTripMs: number | null;
  readonly before: ReadStats | undefined;
  readonly now: ReadStats;
};

/**
 * How old a sound is when heard, in ms: half of both round trips, packet length, jitter buffer and sound card.
 * Undefined until there are two readings of an audio receiver.
 */
export function heardDelayMs({ senderRoundTripMs, before, now }: HeardWay): number | undefined {
  const waited = jitterBufferMs(audioOf(before), audioOf(now));
  if (waited === undefined) return undefined;
  return onTheWayMs(senderRoundTripMs, now) + waited + (playoutMs(before?.playout, now.playout) ?? 0);
}

/** How long sound and picture travel from capture to this machine, in ms. */
export function onTheWayMs(senderRoundTripMs: number | null, { roundTripMs }: ReadStats): number {
  return PACKET_MS + ((senderRoundTripMs ?? 0) + (roundTripMs ?? 0)) / 2;
}

/** Average time in the jitter buffer of the samples emitted between two readings, in ms. */
export function jitterBufferMs(before: InboundStats | undefined, now: InboundStats | undefined): number | undefined {
  if (!before || !now) return undefined;
  const emitted = now.jitterBufferEmittedCount - before.jitterBufferEmittedCount;
  const waitedSeconds = now.jitterBufferDelay - before.jitterBufferDelay;
  // Both counters start again from 0 on a new connection.
  return emitted > 0 && waitedSeconds >= 0 ? (waitedSeconds / emitted) * 1_000 : undefined;
}

/** Average wait for the sound card of the samples played between two readings, in ms. */
function playoutMs(before: PlayoutStats | undefined, now: PlayoutStats | undefined): number | undefined {
  if (!before || !now) return undefined;
  const played = now.totalSamplesCount - before.totalSamplesCount;
  const waitedSeconds = now.totalPlayoutDelay - before.totalPlayoutDelay;
  return played > 0 && waitedSeconds >= 0 ? (waitedSeconds / played) * 1_000 : undefined;
}

function audioOf(stats: ReadStats | undefined): InboundStats | undefined {
  return stats?.inbound.find(({ kind }) => kind === 'audio');
}
