import { openAnalyser } from './openAnalyser.ts';

/** The level that counts as silence, in dB below full scale. Quiet rooms are at -55 to -65. */
const SILENCE_DB = -60;
const WINDOW_SAMPLES = 1_024;

export type LevelMeter = {
  /** The level of the track now, from 0 (silence) to 1 (full scale). */
  readonly level: () => number;
  readonly close: () => void;
};

/** Measures a track only when it is asked. */
export function openLevelMeter(track: MediaStreamTrack): LevelMeter {
  const samples = openAnalyser(track, WINDOW_SAMPLES);
  return { level: () => levelOf(samples.latest()), close: samples.close };
}

/** Loudness of samples on a decibel scale: 0 is silence, 1 is full scale. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const db = 10 * Math.log10(power);
  return Math.min(1, Math.max(0, 1 - db / SILENCE_DB));
}
