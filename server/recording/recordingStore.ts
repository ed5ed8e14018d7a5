import type { RecordedTrack, RecorderName } from '#shared/domain/recording/recordedTracks.ts';
import type { TimeMap } from '#shared/domain/recording/timeMap.ts';
import type { PartId, SessionId } from '#shared/protocol/ids.ts';

/** One file of a recording: what one recorder wrote without a break, of one person. */
export type PartPlan = {
  readonly partId: PartId;
  readonly recorder: RecorderName;
  readonly tracks: readonly RecordedTrack[];
  /**
   * The session time at which the part's own clock stood at 0, in ms. The recorder keeps that clock in step with session
   * time for as long as the part lasts, so that its time map is `[[0, zeroAt]]`, unless what came in when contradicts it.
   * Rule RCD4.
   */
  readonly zeroAt: number;
};

export type StoredPart = PartPlan & {
  readonly durationMs: number;
  readonly timeMap: TimeMap;
  /** Whether it was ended in order; otherwise it is whole up to where it was cut off. */
  readonly complete: boolean;
  /** Whether it is still being written. */
  readonly growing: boolean;
};

/** Takes a recorder's bytes, a WebM stream with clusters of about a second, and keeps them encrypted, piece by piece. */
export type PartWriter = {
  /**
   * `at` is the session time at which these bytes came, in ms, and later than what is in them. Rejects when they could
   * not be kept, or are no WebM; then nothing more is taken.
   */
  readonly write: (bytes: Uint8Array, at: number) => Promise<void>;
  /** Keeps what is left and marks the part as complete. Safe to call twice. Rejects where a write did. */
  readonly end: () => Promise<void>;
};

/** A part to read: a WebM file with its duration and an index, so that a player can jump in it. */
export type PartReader = StoredPart & {
  /** Of the file, in bytes. */
  readonly size: number;
  /** The bytes `[from, to)` of the file. Decrypts the pieces that they lie in, and no other. */
  readonly read: (from: number, to: number) => AsyncIterable<Uint8Array>;
};

/**
 * Where recordings are kept: encrypted in pieces under a key of each recording's own, which the clinic's key wraps.
 * Nothing of a recording is ever on the disk in the clear.
 */
export type RecordingStore = {
  /** Begins a part. The session's first part makes its key; a destroyed one is not made again: throws. */
  readonly begin: (sessionId: SessionId, plan: PartPlan) => Promise<PartWriter>;
  /** The parts that hold anything, oldest first; none where the key was destroyed. */
  readonly list: (sessionId: SessionId) => Promise<readonly StoredPart[]>;
  readonly open: (sessionId: SessionId, partId: PartId) => Promise<PartReader | undefined>;
  /** Destroys the session's key, and then its files: nobody can read a byte of them any more. */
  readonly destroy: (sessionId: SessionId) => Promise<void>;
  /** How much room the disk has left, in bytes. */
  readonly freeBytes: () => Promise<number>;
};
