import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { TakeId, SessionId } from '#shared/protocol/ids.ts';
import type { RecordingFile } from '#shared/session/recording/recordingFile.ts';
import { createFileRecordingStore } from '#server/recording/store/createFileRecordingStore.ts';
import { KEY_BYTES } from '#server/keys/seal.ts';
import type { RecordingKeys } from '#server/recording/store/recordingKeys.ts';
import { keyInMemory } from './keyInMemory.ts';
import { type FileJob, FileMessage } from './fileJob.ts';

/** A file that was made. It is encrypted on the disk, under a key that only this process has. */
export type MadeFile = {
  readonly bytes: number;
  readonly read: () => AsyncIterable<Uint8Array>;
  /** Deletes it. Safe to call twice. */
  readonly drop: () => Promise<void>;
};

type FileMaking = {
  /** Called from time to time with how much of the file is done, in ms of it. */
  readonly onProgress: (doneMs: number) => void;
  /** Stops in the middle and leaves nothing. */
  readonly signal: AbortSignal;
};

/** Makes the one file of a session's recording. Rejects if it cannot be made. */
export type MakeFile = (sessionId: SessionId, file: RecordingFile, making: FileMaking) => Promise<MadeFile>;

type Places = {
  /** Folders of recordings, and of files until they are downloaded; an earlier process's cannot be decrypted. */
  readonly recordings: string;
  readonly exports: string;
  readonly keys: Pick<RecordingKeys, 'find'>;
  readonly ffmpeg: string;
};

/** Makes files in threads of their own, so that no live session waits for them. */
export async function openRecordingFiles({ recordings, exports, keys, ffmpeg }: Places): Promise<MakeFile> {
  await rm(exports, { recursive: true, force: true });
  await mkdir(exports, { recursive: true, mode: 0o700 });

  return async (sessionId, file, { onProgress, signal }) => {
    const recordingKey = await keys.find(sessionId);
    if (recordingKey === undefined) throw new Error('This recording is gone.');
    const made = {
      fileId: SessionId.parse(randomUUID()),
      partId: TakeId.parse(randomUUID()),
      key: randomBytes(KEY_BYTES),
    };
    const folder = join(exports, made.fileId);
    const drop = () => rm(folder, { recursive: true, force: true });
    try {
      await work({ sessionId, file, recordings, recordingKey, exports, made, ffmpeg }, onProgress, signal);
      const store = await createFileRecordingStore(exports, keyInMemory(made.key));
      const reader = await store.open(made.fileId, made.partId);
      if (reader === undefined) throw new Error('The file is empty.');
      return { bytes: reader.size, read: () => reader.read(0, reader.size), drop };
    } catch (error) {
      await drop();
      throw error;
    }
  };
}

function work(job: FileJob, onProgress: FileMaking['onProgress'], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./fileWorker.ts', import.meta.url));
  return new Promise<void>((resolve, reject) => {
    const end = () => worker.postMessage('end');
    signal.addEventListener('abort', end);
    worker.on('message', (said: unknown) => {
      const message = FileMessage.parse(said);
      if (message.is === 'progress') onProgress(message.doneMs);
      else if (message.is === 'failed') reject(new Error(message.words));
      else resolve();
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', end);
      reject(new Error('The file was not finished.'));
    });
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
