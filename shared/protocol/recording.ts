import { z } from 'zod';
import { RECORDED_TRACKS, RECORDERS } from '#shared/domain/recording/recordedTracks.ts';
import { LOSSES, SENSES } from '#shared/domain/sight.ts';
import { PartId } from './ids.ts';

const ms = z.number();

/**
 * One file of a session's recording, as a player needs to know it. `timeMap` is pairs of media time and session time in
 * ms (`shared/domain/recording/timeMap.ts`). What is not `complete` was cut off, and is whole up to there.
 */
export const RecordedPart = z.object({
  partId: PartId,
  recorder: z.enum(RECORDERS),
  tracks: z.array(z.enum(RECORDED_TRACKS)).readonly(),
  durationMs: ms.nonnegative(),
  complete: z.boolean(),
  timeMap: z.array(z.tuple([ms, ms]).readonly()).readonly(),
});
export type RecordedPart = z.infer<typeof RecordedPart>;

/** A stretch of session time (ms) in which a recorder of the room ran and got no picture, or no sound: its file has a hole. */
export const RecordingHole = z.object({
  what: z.enum(SENSES),
  why: z.enum([...LOSSES, 'cut-off']),
  from: ms.nonnegative(),
  to: ms.nonnegative(),
});
export type RecordingHole = z.infer<typeof RecordingHole>;

/** A closed session's recording: its files, the oldest first, and where they have holes. */
export const SessionRecording = z.object({
  parts: z.array(RecordedPart).readonly(),
  holes: z.array(RecordingHole).readonly(),
});
export type SessionRecording = z.infer<typeof SessionRecording>;
