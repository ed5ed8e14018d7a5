import { encodeWav } from '#tools/fake-family/wav.ts';

const RATE = 48_000;

/** A pure tone as a WAV file, for recognizing a person. Loops without a click if `hertz × seconds` is whole. */
export function toneWav(hertz: number, seconds: number, amplitude = 0.5): Buffer {
  const samples = Float32Array.from(
    { length: Math.round(RATE * seconds) },
    (_, index) => amplitude * Math.sin((2 * Math.PI * hertz * index) / RATE),
  );
  return encodeWav({ rate: RATE, samples });
}
