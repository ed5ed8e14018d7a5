import { z } from 'zod';
import type { TakeId, SessionId } from '#shared/protocol/ids.ts';
import type { RecordingFile } from '#shared/session/recording/recordingFile.ts';

/** The message to the thread that makes a file. Keys are bytes. */
export type FileJob = {
  readonly sessionId: SessionId;
  readonly file: RecordingFile;
  readonly recordings: string;
  readonly recordingKey: Uint8Array;
  readonly exports: string;
  readonly made: { readonly fileId: SessionId; readonly partId: TakeId; readonly key: Uint8Array };
  readonly ffmpeg: string;
};

export const FileMessage = z.discriminatedUnion('is', [
  z.object({ is: z.literal('progress'), doneMs: z.number() }),
  z.object({ is: z.literal('finished') }),
  z.object({ is: z.literal('failed'), words: z.string() }),
]);
export type FileMessage = z.infer<typeof FileMessage>;
