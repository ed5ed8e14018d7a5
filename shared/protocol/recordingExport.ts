import { z } from 'zod';
import { RECORDED_TRACKS, RECORDING_PURPOSES } from '#shared/domain/recording/recordedTracks.ts';
import { SessionId, PartId } from './ids.ts';
import { RecordingHole } from './recording.ts';

const ms = z.number().nonnegative();
const track = z.enum(RECORDED_TRACKS);

/** How the one file of a session's recording stands for whoever asks. */
export const RecordingExportStatus = z.discriminatedUnion('is', [
  /** There is nothing that may be handed out. */
  z.object({ is: z.literal('refused'), why: z.enum(['nothing-recorded', 'no-consent', 'no-ffmpeg', 'erased']) }),
  /** What would be in the file, and what those who are recorded in each track agreed to. */
  z.object({
    is: z.literal('none'),
    tracks: z.array(z.object({ track, purposes: z.array(z.enum(RECORDING_PURPOSES)) })),
  }),
  /** `share`: how much of it there is, from 0 to 1. */
  z.object({ is: z.literal('making'), share: z.number() }),
  z.object({ is: z.literal('ready'), fileName: z.string(), bytes: z.number() }),
  /** `unchecked`: whether the consents stand could not be looked up, so what was made is deleted. */
  z.object({ is: z.literal('failed'), why: z.enum(['withdrawn', 'unchecked', 'fault']) }),
]);
export type RecordingExportStatus = z.infer<typeof RecordingExportStatus>;

const span = z.tuple([ms, ms]).readonly();

/**
 * What goes with a recording's one file. A moment of the file is the same moment of session time, in ms; where a track has
 * nothing, the file is black or silent.
 */
export const RecordingMap = z.object({
  format: z.literal('earshot-recording-map/1'),
  sessionId: SessionId,
  fileName: z.string(),
  /** When moment 0 was, on the clinic's clock. */
  startedAt: z.string(),
  durationMs: ms,
  /** Pairs of the file's time and session time, between which both run alike. */
  timeMap: z.array(span).readonly(),
  tracks: z
    .array(
      z.object({
        track,
        /** The stretches of which something was recorded. */
        recorded: z.array(span).readonly(),
        from: z.array(z.object({ partId: PartId, from: ms, to: ms })).readonly(),
      }),
    )
    .readonly(),
  /** Where a recorder ran and no picture, or no sound, reached it. */
  holes: z.array(RecordingHole).readonly(),
});
export type RecordingMap = z.infer<typeof RecordingMap>;

/** The routes of a recording's export, below `/api`. Failures as in `EXPORT_ROUTES`. */
export const RECORDING_EXPORT_ROUTES = {
  /** GET → RecordingExportStatus; POST {} begins to make the file; DELETE ends it, and deletes what there is. */
  status: (sessionId: string) => `/api/sessions/${sessionId}/recording-export`,
  /** GET → the file, as an attachment. It is deleted once it was handed out whole. */
  file: (sessionId: string) => `/api/sessions/${sessionId}/recording-export/file`,
  /** GET → RecordingMap, as an attachment. */
  map: (sessionId: string) => `/api/sessions/${sessionId}/recording-export/map`,
} as const;
