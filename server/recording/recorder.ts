import type { Source } from '#shared/domain/audience.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { FeedEnd } from '#server/media/feed.ts';
import type { MediaRoom, Turn } from '#server/media/mediaServer.ts';

/** What one recorder records: sources of one person, into one file. */
export type RecorderJob = {
  readonly room: Pick<MediaRoom, 'feed'>;
  readonly from: ParticipantId;
  readonly sources: readonly Source[];
  /** By how many degrees the picture must be turned, if there is one. */
  readonly turn: Turn;
  /** Session time, in ms. */
  readonly now: () => number;
  /** Called once, before the first bytes, with the session time at which the file's own clock is 0. */
  readonly onBegin: (zeroAt: number) => void;
  /** A WebM file, as it is written. */
  readonly onBytes: (bytes: Uint8Array) => void;
  /** Called as the file grows, with what it contains. */
  readonly onRecorded: (span: RecordedSpan) => void;
};

/** The session times of the first and the last picture or sound in a file, in ms. */
export type RecordedSpan = { readonly from: number; readonly to: number };

export type RecordingEnd = 'stopped' | 'recorder-died' | 'failed' | FeedEnd;

export type Recording = {
  /** Nothing flows to the recorder anymore when this returns. What it still holds is written before it ends. */
  readonly stop: () => void;
  /** What ended it, from that moment on. */
  readonly endedBy: () => RecordingEnd | undefined;
  /** Resolves after the last bytes, with what ended it. Never rejects. */
  readonly ended: Promise<RecordingEnd>;
};

/** Records what people send. Its failures never affect live media. */
export type Recorder = { start(job: RecorderJob): Recording };
