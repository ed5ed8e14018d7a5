import type { Sound } from './wav.ts';

const RATE = 48_000;

export type Cue = { readonly sound: Sound; readonly startMs: number };

/** One track of the given length with every sound at its time. */
export function soundtrack(cues: readonly Cue[], ms: number): Sound {
  const samples = new Float32Array((RATE * ms) / 1000);
  for (const { sound, startMs } of cues) mixIn(samples, sound, Math.round((RATE * startMs) / 1000));
  return { rate: RATE, samples };
}

/** Linear interpolation between samples is good enough for speech. */
function mixIn(track: Float32Array, { rate, samples }: Sound, start: number) {
  const length = Math.floor((samples.length * RATE) / rate);
  for (let index = 0; index < length; index++) {
    const position = (index * rate) / RATE;
    const before = Math.floor(position);
    const left = samples[before] ?? 0;
    const right = samples[before + 1] ?? 0;
    track[start + index] = (track[start + index] ?? 0) + left + (right - left) * (position - before);
  }
}
