import { z } from 'zod';
import { RECORDED_TRACKS, RECORDING_PURPOSES } from '#shared/domain/recording/recordedTracks.ts';
import { SessionId, TakeId } from './ids.ts';
import { RecordingHole } from './recording.ts';

/** What a recording leaves the clinic for: a purpose that everyone in it agreed to. Rule CNS4. */
export const RecordingExportFor = z.strictObject({ purpose: z.enum(RECORDING_PURPOSES) });

const ms = z.number().nonnegative();
const track = z.enum(RECORDED_TRACKS);

/** The state of a recording's export, for the person who asks. */
export const RecordingExportStatus = z.discriminatedUnion('is', [
  /** Nothing may be exported. */
  z.object({ is: z.literal('refused'), why: z.enum(['nothing-recorded', 'no-consent', 'no-ffmpeg', 'erased']) }),
  /** What the file would contain for each purpose that anything may be exported for. */
  z.object({
    is: z.literal('none'),
    offers: z.array(z.object({ purpose: z.enum(RECORDING_PURPOSES), tracks: z.array(track) })),
  }),
  /** `share`: how much is done, from 0 to 1. */
  z.object({ is: z.literal('making'), share: z.number() }),
  z.object({ is: z.literal('ready'), fileName: z.string(), bytes: z.number() }),
  /** `unchecked`: the consents could not be checked, so the file was deleted. */
  z.object({ is: z.literal('failed'), why: z.enum(['withdrawn', 'unchecked', 'fault']) }),
]);
export type RecordingExportStatus = z.infer<typeof RecordingExportStatus>;

const span = z.tuple([ms, ms]).readonly();

/** A moment of the file is the same moment of session time, in ms: black or silent where a track has nothing. */
export const RecordingMap = z.object({
  format: z.literal('earshot-recording-map/1'),
  sessionId: SessionId,
  fileName: z.string(),
  /** When moment 0 was, on the clinic's clock. */
  startedAt: z.string(),
  durationMs: ms,
  /** Pairs of file time and session time in ms. Both run equally fast between them. */
  timeMap: z.array(span).readonly(),
  tracks: z
    .array(
      z.object({
        track,
        /** The spans in which something was recorded. */
        recorded: z.array(span).readonly(),
        from: z.array(z.object({ partId: TakeId, from: ms, to: ms })).readonly(),
      }),
    )
    .readonly(),
  /** Where a recorder ran and received no picture, or no sound. */
  holes: z.array(RecordingHole).readonly(),
});
export type RecordingMap = z.infer<typeof RecordingMap>;
