import { heardDelayMs, onTheWayMs } from './heardDelay.ts';
import type { HeardTrack, HeardTracks } from './heardTracks.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { pictureWaitMs } from './pictureWait.ts';
import { readStats, type ReadStats } from './statsReport.ts';

const EVERY_MS = 1_000;

export type HeardDelay = {
  /** Age in ms of the room's picture on the screen or, without one, of the sound. 0 until measured. Rule CLK2. */
  readonly now: () => number;
  /** Safe to call twice. */
  readonly close: () => void;
};

/** Measures the age of the room's sound and picture. `roundTripOf` returns what a sender reports, in ms. */
export function openHeardDelay(
  heard: HeardTracks,
  roundTripOf: (sender: ParticipantId) => number | null,
  everyMs = EVERY_MS,
): HeardDelay {
  let last: { readonly of: HeardTrack; readonly stats: ReadStats } | undefined;
  let soundMs = 0;
  let wayMs: number | undefined;
  let closed = false;

  async function measure() {
    const room = heard.getSnapshot().find(({ track }) => track === 'room-audio');
    if (!room) return;
    const stats = readStats(await room.stats());
    const before = last?.of === room ? last.stats : undefined;
    const senderRoundTripMs = roundTripOf(room.from);
    const measured = heardDelayMs({ senderRoundTripMs, before, now: stats });
    last = { of: room, stats };
    if (closed) return;
    soundMs = measured ?? soundMs;
    wayMs = onTheWayMs(senderRoundTripMs, stats);
  }

  function pictureMs(): number | undefined {
    const picture = heard.getSnapshot().find(({ track }) => track === 'room-video');
    const waitMs = picture && pictureWaitMs(picture.mediaStreamTrack);
    return wayMs === undefined || waitMs === undefined ? undefined : wayMs + waitMs;
  }

  // A receiver that was closed meanwhile has no statistics; the next measurement will.
  const measuring = setInterval(() => void measure().catch(() => undefined), everyMs);
  return {
    now: () => pictureMs() ?? soundMs,
    close() {
      closed = true;
      clearInterval(measuring);
    },
  };
}
