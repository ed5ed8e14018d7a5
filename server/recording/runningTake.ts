import { randomUUID } from 'node:crypto';
import { TakeId, type SessionId } from '#shared/protocol/ids.ts';
import type { MediaRoom } from '#server/media/mediaServer.ts';
import type { RecordedSpan, Recorder } from './recorder.ts';
import type { TakeWriter, RecordingStore } from './recordingStore.ts';
import type { TakeEnd, TakeRequest } from './wantedTakes.ts';

/** How much may wait for the store, in bytes: half a minute of a room. A slower store counts as failed. */
const MAY_WAIT_BYTES = 16 * 2 ** 20;

export type RunningTakePorts = {
  readonly sessionId: SessionId;
  readonly room: Pick<MediaRoom, 'feed'>;
  readonly recorder: Recorder;
  readonly store: RecordingStore;
  readonly now: () => number;
  /** The first bytes arrived: from now on the take has content. */
  readonly onBegun: (partId: TakeId) => void;
  /** It contains more than before. */
  readonly onRecorded: () => void;
  /** Recording has stopped. Called once. What the recorder still holds is on its way to the store. */
  readonly onStopped: (why: TakeEnd) => void;
  readonly report: (error: unknown, doing: string) => void;
};

export type RunningTake = {
  readonly partId: TakeId;
  readonly hasBegun: () => boolean;
  /** What it contains. Undefined before its first picture or sound. */
  readonly recorded: () => RecordedSpan | undefined;
  /** Nothing more is recorded when this returns. */
  stop(why: TakeEnd): void;
  /** Resolves when everything that was recorded is stored. Never rejects. */
  readonly kept: Promise<void>;
};

/** Starts to record a take. It enters the store, and counts as begun, with its first bytes. */
export function startTake(take: TakeRequest, ports: RunningTakePorts): RunningTake {
  const { sessionId, room, recorder, store, now, onBegun, onRecorded, onStopped, report } = ports;
  const partId = TakeId.parse(randomUUID());
  const tracks = take.sources.map(({ track }) => track);
  let stopped: TakeEnd | undefined;
  let zeroAt: number | undefined;
  let recorded: RecordedSpan | undefined;
  let writer: Promise<TakeWriter> | undefined;
  let writing = Promise.resolve();
  let waiting = 0;

  function stop(why: TakeEnd) {
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

  function begin(): Promise<TakeWriter> | undefined {
    // A take that is stopped before its first bytes leaves nothing.
    if (zeroAt === undefined || stopped !== undefined) return undefined;
    onBegun(partId);
    return store.begin(sessionId, { partId, recorder: take.recorder, tracks, zeroAt });
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
    from: take.from,
    sources: take.sources.map(({ source }) => source),
    turn: take.turn,
    now,
    onBegin: (at) => (zeroAt = at),
    onBytes: keep,
    onRecorded(span) {
      recorded = span;
      onRecorded();
    },
  });

  async function finish() {
    const end = await recording.ended;
    // A recorder that was told to stop was already stopped.
    if (end !== 'stopped') stop(end);
    await writing;
    await writer?.then((into) => into.end());
  }

  const kept = finish().catch((error: unknown) => report(error, 'ending a recording'));
  return { partId, hasBegun: () => writer !== undefined, recorded: () => recorded, stop, kept };
}
