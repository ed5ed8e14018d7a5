import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { Span } from '#shared/domain/codingWindow.ts';
import { JobError } from '#server/jobs/jobs.ts';
import { lowPriority } from '#server/processes/lowPriority.ts';
import { SpeechMessage } from './speechMessage.ts';
import { SAMPLE_RATE } from './speechModel.ts';

/** A span of speech in ms of the recording, with its words if an engine wrote them. */
type TranscribedSpeech = { readonly span: Span; readonly text: string | undefined };

/** The speech in a recording. `engine` names what wrote the words. */
export type TranscribedRecording = {
  readonly lengthMs: number;
  readonly speech: readonly TranscribedSpeech[];
  readonly engine: string | undefined;
};

type TranscriptionOptions = {
  /** Called from time to time with how much of the recording is done. */
  readonly onProgress: (heardMs: number) => void;
  /** Whether words are written down, if the clinic has an engine. Otherwise only where somebody speaks. Rule CNS4. */
  readonly writesWords: boolean;
  /** Cancels it in the middle. */
  readonly signal: AbortSignal;
};

/** Transcribes a recording, given as the bytes of a file that ffmpeg can read. Throws `JobError` if that fails. */
export type TranscribeRecording = (
  recording: AsyncIterable<Uint8Array>,
  options: TranscriptionOptions,
) => Promise<TranscribedRecording>;

type Programs = {
  readonly ffmpeg: string;
  /** The folder of a model for words, if the clinic installed one. */
  readonly modelFolder: string | undefined;
  /** The output of the programs, for the log. */
  readonly report: (words: string) => void;
};

/**
 * Transcribes in two processes with the lowest priority: ffmpeg decodes, and the speech process finds speech. The bytes
 * only go through pipes, because nothing unencrypted may touch the disk.
 */
export function openTranscriber({ ffmpeg, modelFolder, report }: Programs): TranscribeRecording {
  return async (recording, { onProgress, writesWords, signal }) => {
    const decoder = start(ffmpeg, TO_PCM, signal, report);
    const listener = start(
      process.execPath,
      [SPEECH_PROCESS, ...(modelFolder && writesWords ? [modelFolder] : [])],
      signal,
      report,
    );
    try {
      const [heard] = await Promise.all([
        readMessages(listener.child.stdout, onProgress),
        flow(Readable.from(recording), decoder.child.stdin),
        flow(decoder.child.stdout, listener.child.stdin),
      ]);
      const [decoded, listened] = await Promise.all([decoder.ended, listener.ended]);
      signal.throwIfAborted();
      if (heard.failed !== undefined) throw new JobError(heard.failed);
      if (decoded !== 0) throw new JobError('The sound of the recording could not be read.');
      if (listened !== 0 || heard.finished === undefined) throw new JobError('Transcription was interrupted.');
      const { heardMs, engine } = heard.finished;
      return { lengthMs: heardMs, speech: heard.speech, engine };
    } finally {
      decoder.child.kill('SIGKILL');
      listener.child.kill('SIGKILL');
    }
  };
}

const SPEECH_PROCESS = fileURLToPath(new URL('./speechProcess.ts', import.meta.url));

/** The first audio track as samples. Gaps in the file become silence, so that a sample's position is its time. */
const TO_PCM = [
  ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-i', 'pipe:0', '-map', '0:a:0'],
  ...['-af', 'aresample=async=1:first_pts=0', '-ac', '1', '-ar', `${SAMPLE_RATE}`, '-f', 'f32le', 'pipe:1'],
];

type Started = {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  /** The exit code: 0 is success; null means ended by a signal, or not started. */
  readonly ended: Promise<number | null>;
};

function start(command: string, args: readonly string[], signal: AbortSignal, report: Programs['report']): Started {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], signal, killSignal: 'SIGKILL' });
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      if (!signal.aborted) report(error.message);
      resolve(null);
    });
    child.on('close', resolve);
  });
  child.stderr.on('data', (words: Buffer) => report(words.toString().trim()));
  if (child.pid !== undefined) lowPriority(child.pid);
  return { child, ended };
}

/** Passes bytes on. If a reader ended early, its exit reports that, not this function. */
async function flow(from: Readable, to: Writable): Promise<void> {
  await pipeline(from, to).catch((error: unknown) => {
    if (!BROKEN_PIPE.has(codeOf(error))) throw error;
  });
}

const BROKEN_PIPE: ReadonlySet<unknown> = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR']);

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

type Messages = {
  readonly speech: TranscribedSpeech[];
  finished: Extract<SpeechMessage, { type: 'finished' }> | undefined;
  failed: string | undefined;
};

/** All messages of the speech process, to its end. Lines that a library under it may write are skipped. */
async function readMessages(from: Readable, onProgress: TranscriptionOptions['onProgress']): Promise<Messages> {
  const messages: Messages = { speech: [], finished: undefined, failed: undefined };
  for await (const line of createInterface({ input: from })) {
    const message = readMessage(line);
    if (message?.type === 'progress') onProgress(message.heardMs);
    if (message?.type === 'speech') messages.speech.push({ span: [message.from, message.to], text: message.text });
    if (message?.type === 'finished') messages.finished = message;
    if (message?.type === 'failed') messages.failed = message.words;
  }
  return messages;
}

function readMessage(line: string): SpeechMessage | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return SpeechMessage.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined; // not a message of ours
  }
}
