import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSpeech, type FoundSpeech } from './findSpeech.ts';
import { FRAME_SAMPLES, SAMPLE_RATE, type SpeechModel } from './speechModel.ts';

/** A model that takes every sound for speech. */
const LOUDNESS: SpeechModel = {
  probability: async (frame) => (frame.some((sample) => Math.abs(sample) > 0.1) ? 1 : 0),
  close: async () => undefined,
};

/** Silence with tones in these spans, in ms. */
function soundOf(lengthMs: number, tones: readonly (readonly [number, number])[]): Float32Array {
  const pcm = new Float32Array((lengthMs * SAMPLE_RATE) / 1_000);
  for (const [from, to] of tones) pcm.fill(0.5, (from * SAMPLE_RATE) / 1_000, (to * SAMPLE_RATE) / 1_000);
  return pcm;
}

async function* inPieces(pcm: Float32Array, lengths: readonly number[]) {
  let start = 0;
  for (let piece = 0; start < pcm.length; piece += 1) {
    const length = lengths[piece % lengths.length] ?? pcm.length;
    yield pcm.subarray(start, start + length);
    start += length;
  }
}

async function heardIn(pcm: Float32Array, lengths: readonly number[]): Promise<readonly FoundSpeech[]> {
  const found: FoundSpeech[] = [];
  for await (const one of findSpeech(inPieces(pcm, lengths), LOUDNESS)) found.push(one);
  return found;
}

test('[TRN3] speech is found in ms of the sound, to the frame', async () => {
  const found = await heardIn(
    soundOf(5_000, [
      [320, 1_280],
      [3_200, 3_520],
    ]),
    [4_096],
  );
  expect(found.map(({ span }) => span)).toEqual([
    [320, 1_280],
    [3_200, 3_520],
  ]);
});

test('[TRN3] speech that the end of the sound cuts off ends there, not with the frame', async () => {
  const [last] = await heardIn(soundOf(1_000, [[640, 1_000]]), [4_096]);
  expect(last?.span).toEqual([640, 1_000]);
});

test('a recognizer gets 192 ms before and after the span, as far as there are any', async () => {
  const [first, second] = await heardIn(
    soundOf(5_000, [
      [64, 640],
      [3_200, 3_520],
    ]),
    [4_096],
  );
  const ms = (found: FoundSpeech | undefined) => ((found?.pcm.length ?? 0) * 1_000) / SAMPLE_RATE;
  expect([ms(first), ms(second)]).toEqual([640 + 192, 192 + 320 + 192]);
  expect(second?.pcm[6 * FRAME_SAMPLES - 1]).toBe(0);
  expect(second?.pcm[6 * FRAME_SAMPLES]).toBe(0.5);
});

test('[TRN3] how the sound was cut into pieces changes nothing', async () => {
  const pcm = soundOf(4_000, [
    [500, 900],
    [1_000, 1_300],
    [2_000, 2_050],
    [3_000, 4_000],
  ]);
  const whole = await heardIn(pcm, [pcm.length]);
  const aPiece = fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.constant(FRAME_SAMPLES));
  await fc.assert(
    fc.asyncProperty(fc.array(aPiece, { minLength: 1, maxLength: 8 }), async (lengths) => {
      expect(await heardIn(pcm, lengths)).toEqual(whole);
    }),
    { numRuns: 25 },
  );
});
