import type { InboundStats, PlayoutStats, ReadStats } from './statsReport.ts';

/** A packet leaves when its last sample was captured, so its first is by then as old as it is long; a picture takes about as long to encode. In ms. */
const PACKET_MS = 20;

/** The lengths of the way that a sound has come, in ms, as far as they are known. */
type HeardWay = {
  /** Of the connection between whoever sends the sound and the media server. */
  readonly senderRoundTripMs: number | null;
  readonly before: ReadStats | undefined;
  readonly now: ReadStats;
};

/**
 * How old a sound is when it is heard here, in ms: half of both round trips, the packet itself, the jitter buffer, and the
 * sound card. Undefined until two readings of an audio receiver tell how long samples wait.
 */
export function heardDelayMs({ senderRoundTripMs, before, now }: HeardWay): number | undefined {
  const waited = jitterBufferMs(audioOf(before), audioOf(now));
  if (waited === undefined) return undefined;
  return onTheWayMs(senderRoundTripMs, now) + waited + (playoutMs(before?.playout, now.playout) ?? 0);
}

/** How long sound and picture are on their way from where they are captured to this machine, in ms. */
export function onTheWayMs(senderRoundTripMs: number | null, { roundTripMs }: ReadStats): number {
  return PACKET_MS + ((senderRoundTripMs ?? 0) + (roundTripMs ?? 0)) / 2;
}

/** How long the samples emitted between two readings have waited in the jitter buffer, in ms on average. */
export function jitterBufferMs(before: InboundStats | undefined, now: InboundStats | undefined): number | undefined {
  if (!before || !now) return undefined;
  const emitted = now.jitterBufferEmittedCount - before.jitterBufferEmittedCount;
  const waitedSeconds = now.jitterBufferDelay - before.jitterBufferDelay;
  // Both start again from 0 on a new connection.
  return emitted > 0 && waitedSeconds >= 0 ? (waitedSeconds / emitted) * 1_000 : undefined;
}

/** How long the samples played between two readings have waited for the sound card, in ms on average. */
function playoutMs(before: PlayoutStats | undefined, now: PlayoutStats | undefined): number | undefined {
  if (!before || !now) return undefined;
  const played = now.totalSamplesCount - before.totalSamplesCount;
  const waitedSeconds = now.totalPlayoutDelay - before.totalPlayoutDelay;
  return played > 0 && waitedSeconds >= 0 ? (waitedSeconds / played) * 1_000 : undefined;
}

function audioOf(stats: ReadStats | undefined): InboundStats | undefined {
  return stats?.inbound.find(({ kind }) => kind === 'audio');
}
