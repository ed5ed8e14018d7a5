import { findSpeech } from './findSpeech.ts';
import { SAMPLE_RATE, type SpeechModel } from './speechModel.ts';
import type { SpeechMessage } from './speechMessage.ts';
import type { SpeechToText } from './speechToText.ts';

/** How often progress is reported, in sound. */
const TELL_EVERY_MS = 10_000;
/** Whisper takes at most 30 s; a longer span is transcribed in pieces. */
const LONGEST_PIECE_MS = 25_000;

type Transcriber = {
  readonly model: SpeechModel;
  readonly engine: SpeechToText | undefined;
  /** Called with each message as soon as it is known. */
  readonly say: (message: SpeechMessage) => void;
};

/** Transcribes a sound from beginning to end, mono at 16 kHz. Rule TRN3. */
export async function transcribeSound(
  pcm: AsyncIterable<Float32Array>,
  { model, engine, say }: Transcriber,
): Promise<void> {
  let heardMs = 0;
  let toldMs = 0;
  const followed = followMs(pcm, (ms) => {
    heardMs = ms;
    if (ms - toldMs < TELL_EVERY_MS) return;
    toldMs = ms;
    say({ type: 'progress', heardMs });
  });
  for await (const { span, pcm: speech } of findSpeech(followed, model)) {
    const [from, to] = span;
    say({ type: 'speech', from, to, ...(engine && { text: await write(speech, engine) }) });
  }
  say({ type: 'finished', heardMs, ...(engine && { engine: engine.name }) });
}

async function* followMs(pcm: AsyncIterable<Float32Array>, onMs: (ms: number) => void): AsyncGenerator<Float32Array> {
  let samples = 0;
  for await (const piece of pcm) {
    yield piece;
    samples += piece.length;
    onMs(Math.round((samples * 1_000) / SAMPLE_RATE));
  }
}

async function write(speech: Float32Array, engine: SpeechToText): Promise<string> {
  const pieceSamples = (LONGEST_PIECE_MS * SAMPLE_RATE) / 1_000;
  const texts: string[] = [];
  for (let start = 0; start < speech.length; start += pieceSamples) {
    const text = await engine.transcribe(speech.subarray(start, start + pieceSamples), SAMPLE_RATE);
    texts.push(text.trim());
  }
  return texts.filter((text) => text !== '').join(' ');
}
