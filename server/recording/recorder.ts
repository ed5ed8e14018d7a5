import type { Source } from '#shared/domain/audience.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { FeedEnd } from '#server/media/feed.ts';
import type { MediaRoom, Turn } from '#server/media/mediaServer.ts';

/** What one recorder is to record: sources of one person, into one file. */
export type RecorderJob = {
  readonly room: Pick<MediaRoom, 'feed'>;
  readonly from: ParticipantId;
  readonly sources: readonly Source[];
  /** By how much the picture is to be turned, where there is one. */
  readonly turn: Turn;
  /** Session time, in ms. */
  readonly now: () => number;
  /** Called once, before the first bytes: the session time at which the file's own clock stands at 0. */
  readonly onBegin: (zeroAt: number) => void;
  /** A WebM file, as it comes. */
  readonly onBytes: (bytes: Uint8Array) => void;
};

export type RecordingEnd = 'stopped' | 'recorder-died' | 'failed' | FeedEnd;

/** A recorder at work. */
export type Recording = {
  /** Nothing flows to the recorder any more when this returns; what it still holds comes before it has ended. */
  readonly stop: () => void;
  /** What ended it, from that moment on. */
  readonly endedBy: () => RecordingEnd | undefined;
  /** Resolves after the last bytes, with what ended it. Never rejects. */
  readonly ended: Promise<RecordingEnd>;
};

/** Records what people send. Whatever happens to it, live media go on. */
export type Recorder = { start(job: RecorderJob): Recording };
