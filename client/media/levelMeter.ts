import { openAnalyser } from './openAnalyser.ts';

/** The level that counts as silence, in dB below full scale. Quiet rooms are at -55 to -65. */
const SILENCE_DB = -60;
const WINDOW_SAMPLES = 1_024;

/** Calls back once per frame with the level of a track, from 0 (silence) to 1 (full scale). Pauses in hidden tabs. */
export function openLevelMeter(track: MediaStreamTrack, onLevel: (level: number) => void): { close: () => void } {
  const samples = openAnalyser(track, WINDOW_SAMPLES);
  let frame = requestAnimationFrame(measure);

  function measure() {
    onLevel(levelOf(samples.latest()));
    frame = requestAnimationFrame(measure);
  }

  return {
    close() {
      cancelAnimationFrame(frame);
      samples.close();
    },
  };
}

/** Loudness of samples on a decibel scale: 0 is silence, 1 is full scale. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const db = 10 * Math.log10(power);
  return Math.min(1, Math.max(0, 1 - db / SILENCE_DB));
}
