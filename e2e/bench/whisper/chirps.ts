import type { Sound } from '#tools/fake-family/wav.ts';

export const RATE = 48_000;

/** Short and broadband, so that it is one sharp peak after any voice codec; within the telephone voice band. */
const CHIRP_S = 0.01;
const FROM_HZ = 2_000;
const TO_HZ = 6_000;

/** Uneven gaps meet the 20 ms packets at every phase, and each gap is longer than any delay. */
const SHORTEST_GAP_S = 0.8;
const LONGEST_GAP_S = 1.1;
const LOUDNESS = 0.7;

/** A chirp and the same shifted by a quarter period: whatever a codec does to phases, one of them matches. */
export function chirpPair(): { readonly sine: Float32Array; readonly cosine: Float32Array } {
  const shape = (wave: (angle: number) => number) =>
    Float32Array.from({ length: CHIRP_S * RATE }, (_, index) => {
      const time = index / RATE;
      const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * time) / CHIRP_S);
      return hann * wave(2 * Math.PI * (FROM_HZ * time + ((TO_HZ - FROM_HZ) * time * time) / (2 * CHIRP_S)));
    });
  return { sine: shape(Math.sin), cosine: shape(Math.cos) };
}

/** Sound for the fake microphone: silence with chirps at uneven gaps. `random` gives numbers in [0, 1). */
export function chirpSound(seconds: number, random: () => number): { sound: Sound; onsets: readonly number[] } {
  const samples = new Float32Array(seconds * RATE);
  const { sine } = chirpPair();
  const onsets: number[] = [];
  const gap = () => Math.round((SHORTEST_GAP_S + (LONGEST_GAP_S - SHORTEST_GAP_S) * random()) * RATE);
  for (let at = gap(); at + SHORTEST_GAP_S * RATE < samples.length; at += gap()) {
    sine.forEach((sample, index) => (samples[at + index] = LOUDNESS * sample));
    onsets.push(at);
  }
  return { sound: { rate: RATE, samples }, onsets };
}
