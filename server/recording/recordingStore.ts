import type { RecordedTrack, RecorderName } from '#shared/domain/recording/recordedTracks.ts';
import type { TimeMap } from '#shared/domain/recording/timeMap.ts';
import type { TakeId, SessionId } from '#shared/protocol/ids.ts';

/** One file of a recording: what one recorder wrote without a break, from one person. GLOSSARY calls it a take. */
export type TakePlan = {
  readonly partId: TakeId;
  readonly recorder: RecorderName;
  readonly tracks: readonly RecordedTrack[];
  /**
   * The session time at which the take's own clock was 0, in ms. The recorder keeps that clock in step with session
   * time throughout the take, so its time map is `[[0, zeroAt]]`, unless the arrival times contradict it. Rule RCD4.
   */
  readonly zeroAt: number;
};

export type StoredTake = TakePlan & {
  readonly durationMs: number;
  readonly timeMap: TimeMap;
  /** Whether it was ended in order. Otherwise it is complete up to where it was cut off. */
  readonly complete: boolean;
  readonly growing: boolean;
};

/** Stores a recorder's bytes, a WebM stream with clusters of about a second, encrypted, piece by piece. */
export type TakeWriter = {
  /** `at`: session time of arrival in ms. Rejects what cannot be stored or is not WebM, and everything after it. */
  readonly write: (bytes: Uint8Array, at: number) => Promise<void>;
  /** Stores what is left and marks the take as complete. Safe to call twice. Rejects if a write did. */
  readonly end: () => Promise<void>;
};

/** A take to read: a WebM file with its duration and an index, so that a player can jump in it. */
export type TakeReader = StoredTake & {
  /** Of the file, in bytes. */
  readonly size: number;
  /** The bytes `[from, to)` of the file. Decrypts only the pieces that contain them. */
  readonly read: (from: number, to: number) => AsyncIterable<Uint8Array>;
};

/** Recordings, encrypted in pieces under each one's key, which the clinic's key encrypts: never unencrypted. */
export type RecordingStore = {
  /** Begins a take. A session's first take creates its key. Throws if the recording was erased. */
  readonly begin: (sessionId: SessionId, plan: TakePlan) => Promise<TakeWriter>;
  /** The takes that have content, oldest first. None if the recording was erased. */
  readonly list: (sessionId: SessionId) => Promise<readonly StoredTake[]>;
  readonly open: (sessionId: SessionId, partId: TakeId) => Promise<TakeReader | undefined>;
  /** Erases the session's key and then its files, so that nobody can read any of them. */
  readonly destroy: (sessionId: SessionId) => Promise<void>;
  /** How much free space the disk has, in bytes. */
  readonly freeBytes: () => Promise<number>;
};
