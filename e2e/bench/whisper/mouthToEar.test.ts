import { expect, test } from 'vitest';
import { chirpSound, RATE } from './chirps.ts';
import { mouthToEar } from './mouthToEar.ts';
import type { Recording } from './soundTaps.ts';

const BLOCK = 128;

/** A recording of a microphone that began `lateMs` after 1970, rendered on time except every third block. */
function aRecording(samples: Float32Array, startedAt: number): Recording {
  const offsets = Array.from({ length: samples.length / BLOCK }, (_, block) => startedAt + (block % 3 === 0 ? 40 : 0));
  return { samples, offsets, blockLength: BLOCK };
}

function delayed(samples: Float32Array, ms: number): Float32Array {
  const late = new Float32Array(samples.length);
  late.set(samples.subarray(0, samples.length - (ms * RATE) / 1_000), (ms * RATE) / 1_000);
  return late;
}

const { sound, onsets } = chirpSound(5, () => 0.5);

test('the delay is found whenever the two ends began to record', () => {
  const delays = mouthToEar(aRecording(sound.samples, 1_000), aRecording(delayed(sound.samples, 250), 1_000 - 200));
  expect(delays).toHaveLength(onsets.length);
  for (const delay of delays) expect(delay).toBeCloseTo(50, 1);
});

test('a chirp that never arrived is left out', () => {
  const cut = sound.samples.map((sample, index) => (index < (onsets[1] ?? 0) ? 0 : sample));
  expect(mouthToEar(aRecording(sound.samples, 0), aRecording(delayed(cut, 50), 0))).toHaveLength(onsets.length - 1);
});
