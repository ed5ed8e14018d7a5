import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Span } from '#shared/domain/codingWindow.ts';
import { lowPriority } from '#server/processes/lowPriority.ts';
import { SpeechMessage } from './speechMessage.ts';
import { SAMPLE_RATE } from './speechModel.ts';

/** A stretch of speech in ms of the recording, and its words where an engine wrote them. */
type HeardSpeech = { readonly span: Span; readonly text: string | undefined };

/** What was heard in a recording. `engine` names what wrote the words. */
export type HeardRecording = {
  readonly lengthMs: number;
  readonly speech: readonly HeardSpeech[];
  readonly engine: string | undefined;
};

type Listening = {
  /** Told now and then how much of the recording was heard. */
  readonly onProgress: (heardMs: number) => void;
  /** Ends it in the middle. */
  readonly signal: AbortSignal;
};

/** Hears a recording, given as the bytes of a file that ffmpeg knows. Throws `HearingError` where that fails. */
export type HearRecording = (recording: AsyncIterable<Uint8Array>, listening: Listening) => Promise<HeardRecording>;

/** A recording could not be heard. The message is for people who review it. */
export class HearingError extends Error {
  override readonly name = 'HearingError';
}

type Programs = {
  readonly ffmpeg: string;
  /** The folder of a model for words, where the clinic gave one. */
  readonly modelFolder: string | undefined;
  /** What the programs say of themselves, for the log. */
  readonly report: (words: string) => void;
};

/**
 * Hears in two processes that are last in line for the processor: ffmpeg decodes, and the speech process listens. The bytes
 * go through pipes alone, since nothing unencrypted may touch the disk.
 */
export function openHearing({ ffmpeg, modelFolder, report }: Programs): HearRecording {
  return async (recording, { onProgress, signal }) => {
    const decoder = start(ffmpeg, TO_PCM, signal, report);
    const listener = start(process.execPath, [SPEECH_PROCESS, ...(modelFolder ? [modelFolder] : [])], signal, report);
    try {
      const [heard] = await Promise.all([
        readMessages(listener.child.stdout, onProgress),
        flow(Readable.from(recording), decoder.child.stdin),
        flow(decoder.child.stdout, listener.child.stdin),
      ]);
      const [decoded, listened] = await Promise.all([decoder.ended, listener.ended]);
      signal.throwIfAborted();
      if (heard.failed !== undefined) throw new HearingError(heard.failed);
      if (decoded !== 0) throw new HearingError('The sound of the recording could not be read.');
      if (listened !== 0 || heard.finished === undefined) throw new HearingError('Listening broke off.');
      const { heardMs, engine } = heard.finished;
      return { lengthMs: heardMs, speech: heard.speech, engine };
    } finally {
      decoder.child.kill('SIGKILL');
      listener.child.kill('SIGKILL');
    }
  };
}

const SPEECH_PROCESS = join(import.meta.dirname, 'speechProcess.ts');

/** The first sound track as samples. Where the file has no sound, there is silence: a sample's place is its time. */
const TO_PCM = [
  ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-i', 'pipe:0', '-map', '0:a:0'],
  ...['-af', 'aresample=async=1:first_pts=0', '-ac', '1', '-ar', `${SAMPLE_RATE}`, '-f', 'f32le', 'pipe:1'],
];

type Started = {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  /** How it ended: 0 is well; null is by a signal, or that it never began. */
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

/** Passes bytes on. A reader that ended early is told by its exit, not here. */
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
  readonly speech: HeardSpeech[];
  finished: Extract<SpeechMessage, { type: 'finished' }> | undefined;
  failed: string | undefined;
};

/** All that the speech process says, to its end. A library under it may write a line of its own, which is passed over. */
async function readMessages(from: Readable, onProgress: Listening['onProgress']): Promise<Messages> {
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
    return undefined; // not of ours
  }
}
