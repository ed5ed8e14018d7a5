import { randomUUID } from 'node:crypto';
import { PartId, type SessionId } from '#shared/protocol/ids.ts';
import type { MediaRoom } from '#server/media/mediaServer.ts';
import type { Recorder } from './recorder.ts';
import type { PartWriter, RecordingStore } from './recordingStore.ts';
import type { PartEnd, RecordedPart } from './wantedParts.ts';

/** How much may wait for the store, in bytes: half a minute of a room. A slower store counts as failed. */
const MAY_WAIT_BYTES = 16 * 2 ** 20;

export type RunningPartPorts = {
  readonly sessionId: SessionId;
  readonly room: Pick<MediaRoom, 'feed'>;
  readonly recorder: Recorder;
  readonly store: RecordingStore;
  readonly now: () => number;
  /** The first bytes arrived: from now on the take has content. */
  readonly onBegun: (partId: PartId) => void;
  /** Recording has stopped. Called once. What the recorder still holds is on its way to the store. */
  readonly onStopped: (why: PartEnd) => void;
  readonly report: (error: unknown, doing: string) => void;
};

/** A take that is being recorded, from its sender into the store. */
export type RunningPart = {
  readonly partId: PartId;
  readonly hasBegun: () => boolean;
  /** Nothing more is recorded when this returns. */
  stop(why: PartEnd): void;
  /** Resolves when everything that was recorded is stored. Never rejects. */
  readonly kept: Promise<void>;
};

/** Starts to record a take. It enters the store, and counts as begun, with its first bytes. */
export function startPart(part: RecordedPart, ports: RunningPartPorts): RunningPart {
  const { sessionId, room, recorder, store, now, onBegun, onStopped, report } = ports;
  const partId = PartId.parse(randomUUID());
  const tracks = part.sources.map(({ track }) => track);
  let stopped: PartEnd | undefined;
  let zeroAt: number | undefined;
  let writer: Promise<PartWriter> | undefined;
  let writing = Promise.resolve();
  let waiting = 0;

  function stop(why: PartEnd) {
    if (stopped !== undefined) return;
    // If it had ended on its own before it was told to, that is the reason.
    const endedBy = recording.endedBy() ?? 'stopped';
    stopped = endedBy === 'stopped' ? why : endedBy;
    recording.stop();
    onStopped(stopped);
  }

  function fail(error: unknown, doing: string) {
    if (stopped === undefined) report(error, doing);
    stop('failed');
  }

  function begin(): Promise<PartWriter> | undefined {
    // A take that is stopped before its first bytes leaves nothing.
    if (zeroAt === undefined || stopped !== undefined) return undefined;
    onBegun(partId);
    return store.begin(sessionId, { partId, recorder: part.recorder, tracks, zeroAt });
  }

  function keep(bytes: Uint8Array) {
    writer ??= begin();
    if (writer === undefined) return;
    const [at, into] = [now(), writer];
    waiting += bytes.length;
    if (waiting > MAY_WAIT_BYTES) {
      fail(new Error('The store is too slow.'), 'keeping a recording');
      return;
    }
    writing = writing
      .then(async () => (await into).write(bytes, at))
      .catch((error: unknown) => fail(error, 'keeping a recording'))
      .finally(() => (waiting -= bytes.length));
  }

  const recording = recorder.start({
    room,
    from: part.from,
    sources: part.sources.map(({ source }) => source),
    turn: part.turn,
    now,
    onBegin: (at) => (zeroAt = at),
    onBytes: keep,
  });

  async function finish() {
    const end = await recording.ended;
    // A recorder that was told to stop was already stopped.
    if (end !== 'stopped') stop(end);
    await writing;
    await writer?.then((into) => into.end());
  }

  const kept = finish().catch((error: unknown) => report(error, 'ending a recording'));
  return { partId, hasBegun: () => writer !== undefined, stop, kept };
}
