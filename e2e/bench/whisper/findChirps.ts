import { chirpPair, RATE } from './chirps.ts';

/** Two peaks closer than this belong to one chirp, in samples. */
const APART = 0.3 * RATE;
/** Minimum level of a chirp relative to the loudest. Gain control changes levels, and echoes stay below. */
const LEAST_SHARE = 0.4;
/** A chirp's peak is a dozen samples wide, so the first search may skip some. */
const STRIDE = 4;

const { sine, cosine } = chirpPair();

type Peak = { readonly at: number; readonly likeness: number };

/** Where chirps begin in a recording, as sample indexes, by matched filter. */
export function findChirps(samples: Float32Array): number[] {
  const looks = lookEvery(samples, STRIDE, 0, samples.length);
  const loudest = loudestOf(looks).likeness;
  if (loudest === 0) return [];
  const peaks: Peak[] = [];
  for (const look of looks.filter(({ likeness }) => likeness >= loudest * LEAST_SHARE)) {
    const last = peaks.at(-1);
    if (last === undefined || look.at - last.at > APART) peaks.push(look);
    else if (look.likeness > last.likeness) peaks[peaks.length - 1] = look;
  }
  return peaks.map(({ at }) => loudestOf(lookEvery(samples, 1, at - 2 * STRIDE, at + 2 * STRIDE)).at);
}

function lookEvery(samples: Float32Array, stride: number, from: number, to: number): Peak[] {
  const looks: Peak[] = [];
  const end = Math.min(to, samples.length - sine.length);
  for (let at = Math.max(0, from); at < end; at += stride) looks.push({ at, likeness: likenessAt(samples, at) });
  return looks;
}

function loudestOf(peaks: readonly Peak[]): Peak {
  return peaks.reduce((most, peak) => (peak.likeness > most.likeness ? peak : most), { at: 0, likeness: 0 });
}

function likenessAt(samples: Float32Array, at: number): number {
  let [inPhase, turned] = [0, 0];
  for (let index = 0; index < sine.length; index += 1) {
    const sample = samples[at + index] ?? 0;
    inPhase += sample * (sine[index] ?? 0);
    turned += sample * (cosine[index] ?? 0);
  }
  return Math.hypot(inPhase, turned);
}
