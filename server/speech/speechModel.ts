import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { OrtModule } from '@ricky0123/vad-web/dist/models/common.js';
import { Silero } from '@ricky0123/vad-web/dist/models/silero.js';

/** The sample rate of the model, and its frame size. */
export const SAMPLE_RATE = 16_000;
export const FRAME_SAMPLES = 512;

/** Gives for each frame in turn the probability that somebody speaks in it. */
export type SpeechModel = {
  /** From 0 to 1, for `FRAME_SAMPLES` samples. It remembers earlier frames, so frames must be given in order. */
  probability(frame: Float32Array): Promise<number>;
  close(): Promise<void>;
};

/** Opens Silero's model, version 5, as vad-web ships it, on WebAssembly and one thread. Nothing is downloaded. */
export async function openSpeechModel(): Promise<SpeechModel> {
  const vad = createRequire(import.meta.resolve('@ricky0123/vad-web'));
  // The runtime that vad-web was made for, which is not a direct dependency of ours.
  const ort = vad('onnxruntime-web/wasm') as OrtModule;
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(await readFile(vad.resolve('./silero_vad_v5.onnx')));
  const state = new ort.Tensor('float32', new Float32Array(2 * 128), [2, 1, 128]);
  // By its constructor, because `Silero.new` writes to standard output.
  const silero = new Silero(session, state, new ort.Tensor('int64', [BigInt(SAMPLE_RATE)]), ort);
  return {
    async probability(frame) {
      const { isSpeech } = await silero.process(frame);
      return isSpeech;
    },
    close: () => silero.release(),
  };
}
