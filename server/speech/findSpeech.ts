import type { Span } from '#shared/domain/codingWindow.ts';
import { finishSpeech, FRAME_MS, addFrame, NO_FRAMES } from '#shared/domain/speech/segmentSpeech.ts';
import { FRAME_SAMPLES, SAMPLE_RATE, type SpeechModel } from './speechModel.ts';

/** A speech recognizer works better with a little context before and after: 192 ms. */
const FRAMES_AROUND = 6;

/** A span of speech in ms of the sound, and its samples with a little context. */
export type FoundSpeech = { readonly span: Span; readonly pcm: Float32Array };

/** Where somebody speaks, oldest first. `pcm` is mono at 16 kHz from -1 to 1, in pieces of any length. Rule TRN3. */
export async function* findSpeech(pcm: AsyncIterable<Float32Array>, model: SpeechModel): AsyncGenerator<FoundSpeech> {
  const kept = keepFrames();
  let state = NO_FRAMES;
  let samples = 0;
  for await (const frame of framesOf(pcm, (length) => (samples += length))) {
    kept.add(frame);
    const step = addFrame(state, await model.probability(frame));
    state = step.state;
    if (step.ended) yield { span: step.ended, pcm: kept.around(step.ended) };
    kept.dropBefore(state.speech?.from ?? state.frames * FRAME_MS);
  }
  const last = finishSpeech(state);
  const lengthMs = Math.round((samples * 1_000) / SAMPLE_RATE);
  if (last) yield { span: [last[0], Math.min(last[1], lengthMs)], pcm: kept.around(last) };
}

/** Whole frames; the last is padded with silence. */
async function* framesOf(
  pcm: AsyncIterable<Float32Array>,
  onSamples: (count: number) => void,
): AsyncGenerator<Float32Array> {
  let frame = new Float32Array(FRAME_SAMPLES);
  let filled = 0;
  for await (const piece of pcm) {
    onSamples(piece.length);
    for (let taken = 0; taken < piece.length;) {
      const take = piece.subarray(taken, taken + FRAME_SAMPLES - filled);
      frame.set(take, filled);
      taken += take.length;
      filled += take.length;
      if (filled < FRAME_SAMPLES) continue;
      yield frame;
      frame = new Float32Array(FRAME_SAMPLES);
      filled = 0;
    }
  }
  if (filled > 0) yield frame;
}

/** The frames that a span of speech may still need, because an hour of sound should not be in memory. */
function keepFrames() {
  let frames: Float32Array[] = [];
  let dropped = 0;
  return {
    add(frame: Float32Array) {
      frames.push(frame);
    },
    dropBefore(ms: number) {
      const first = Math.max(dropped, ms / FRAME_MS - FRAMES_AROUND);
      if (first > dropped) frames = frames.slice(first - dropped);
      dropped = first;
    },
    around([from, to]: Span): Float32Array {
      const first = Math.max(0, from / FRAME_MS - FRAMES_AROUND - dropped);
      const wanted = frames.slice(first, to / FRAME_MS + FRAMES_AROUND - dropped);
      const pcm = new Float32Array(wanted.length * FRAME_SAMPLES);
      wanted.forEach((frame, index) => pcm.set(frame, index * FRAME_SAMPLES));
      return pcm;
    },
  };
}
