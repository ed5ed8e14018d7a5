import { z } from 'zod';
import { RECORDED_TRACKS, RECORDERS } from '#shared/domain/recording/recordedTracks.ts';
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
