import { z } from 'zod';
import { RECORDED_TRACKS, RECORDERS } from '#shared/domain/recording/recordedTracks.ts';
import { LOSSES, SENSES } from '#shared/domain/sight.ts';
import { TakeId } from './ids.ts';

const ms = z.number();

/**
 * One file of a session's recording, for a player. `timeMap` holds pairs of media time and session time in ms
 * (`shared/domain/recording/timeMap.ts`). A file that is not `complete` was cut off and plays up to there.
 */
export const RecordedTake = z.object({
  partId: TakeId,
  recorder: z.enum(RECORDERS),
  tracks: z.array(z.enum(RECORDED_TRACKS)).readonly(),
  durationMs: ms.nonnegative(),
  complete: z.boolean(),
  timeMap: z.array(z.tuple([ms, ms]).readonly()).readonly(),
});
export type RecordedTake = z.infer<typeof RecordedTake>;

/** In ms of session time: a recorder of the room ran and received no picture, or no sound. */
export const RecordingHole = z.object({
  what: z.enum(SENSES),
  why: z.enum([...LOSSES, 'cut-off']),
  from: ms.nonnegative(),
  to: ms.nonnegative(),
});
export type RecordingHole = z.infer<typeof RecordingHole>;

/** A closed session's recording: its files, oldest first, and their holes. */
export const SessionRecording = z.object({
  takes: z.array(RecordedTake).readonly(),
  /** Whether there is more, which may not be played as the family’s consents are now. Rules RCD9, CNS4. */
  isWithheld: z.boolean().optional(),
  holes: z.array(RecordingHole).readonly(),
});
export type SessionRecording = z.infer<typeof SessionRecording>;
