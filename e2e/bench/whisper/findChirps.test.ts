import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chirpSound, RATE } from './chirps.ts';
import { findChirps } from './findChirps.ts';

/** A small generator with a seed, so that failures can be reproduced. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

test('every chirp is found where it begins, however quiet, in noise', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 30 }),
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      (seed, loudness) => {
        const random = seeded(seed);
        const { sound, onsets } = chirpSound(3, random);
        const heard = sound.samples.map((sample) => loudness * (sample + 0.02 * (random() - 0.5)));
        const found = findChirps(heard);
        expect(found).toHaveLength(onsets.length);
        for (const [index, onset] of onsets.entries()) expect(Math.abs((found[index] ?? 0) - onset)).toBeLessThan(5);
      },
    ),
    { numRuns: 5 },
  );
});

test('an upside-down chirp is found as well as any', () => {
  const { sound, onsets } = chirpSound(3, seeded(7));
  expect(findChirps(sound.samples.map((sample) => -sample))).toEqual(onsets);
});

test('silence has no chirp', () => {
  expect(findChirps(new Float32Array(RATE))).toEqual([]);
});
