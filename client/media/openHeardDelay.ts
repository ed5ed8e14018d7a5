import { heardDelayMs } from './heardDelay.ts';
import type { HeardTrack, HeardTracks } from './heardTracks.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { readStats, type ReadStats } from './statsReport.ts';

const EVERY_MS = 1_000;

export type HeardDelay = {
  /** How old the room's sound is when it is heard here, in ms; 0 until it was measured. */
  readonly now: () => number;
  /** Safe to call twice. */
  readonly close: () => void;
};

/** Keeps measuring how old the room's sound is. `roundTripOf` says what its sender reports of its own connection, in ms. */
export function openHeardDelay(
  heard: HeardTracks,
  roundTripOf: (sender: ParticipantId) => number | null,
  everyMs = EVERY_MS,
): HeardDelay {
  let last: { readonly of: HeardTrack; readonly stats: ReadStats } | undefined;
  let delayMs = 0;
  let closed = false;

  async function measure() {
    const room = heard.getSnapshot().find(({ track }) => track === 'room-audio');
    if (!room) return;
    const stats = readStats(await room.stats());
    const before = last?.of === room ? last.stats : undefined;
    const measured = heardDelayMs({ senderRoundTripMs: roundTripOf(room.from), before, now: stats });
    last = { of: room, stats };
    if (!closed) delayMs = measured ?? delayMs;
  }

  // A receiver that was closed meanwhile has no statistics; the next one will.
  const measuring = setInterval(() => void measure().catch(() => undefined), everyMs);
  return {
    now: () => delayMs,
    close() {
      closed = true;
      clearInterval(measuring);
    },
  };
}
