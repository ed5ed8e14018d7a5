import { parentPort } from 'node:worker_threads';
import { createFileRecordingStore } from '#server/recording/store/createFileRecordingStore.ts';
import type { FileJob, FileMessage } from './fileJob.ts';
import { keyInMemory } from './keyInMemory.ts';
import { makeRecordingFile } from './makeRecordingFile.ts';

const stopping = new AbortController();
const say = (message: FileMessage) => parentPort?.postMessage(message);

/** Makes the one file that its first message describes. The next message cancels it. */
parentPort?.once('message', (job: FileJob) => {
  parentPort?.once('message', () => stopping.abort());
  make(job).then(
    () => say({ is: 'finished' }),
    (error: unknown) => say({ is: 'failed', words: error instanceof Error ? error.message : String(error) }),
  );
});

async function make({ sessionId, file, recordings, recordingKey, exports, made, ffmpeg }: FileJob) {
  const from = await createFileRecordingStore(recordings, keyInMemory(Buffer.from(recordingKey)));
  const into = await createFileRecordingStore(exports, keyInMemory(Buffer.from(made.key)));
  const tracks = file.tracks.map(({ track }) => track);
  const writer = await into.begin(made.fileId, { partId: made.partId, recorder: 'room', tracks, zeroAt: 0 });
  const bytes = makeRecordingFile(file, {
    open: (partId) => from.open(sessionId, partId),
    ffmpeg,
    signal: stopping.signal,
    onProgress: (doneMs) => say({ is: 'progress', doneMs }),
  });
  // The whole input exists already, so only the file's own time matters.
  for await (const piece of bytes) await writer.write(piece, file.durationMs);
  await writer.end();
}
