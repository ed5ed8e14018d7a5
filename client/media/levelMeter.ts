import { openAnalyser } from './openAnalyser.ts';

/** What counts as silence, in dB below full scale. Quiet rooms lie at -55 to -65. */
const SILENCE_DB = -60;
const WINDOW_SAMPLES = 1_024;

/** Calls back once a frame with how loud a track is, from 0 (silence) to 1 (full scale). Stands still in hidden tabs. */
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

/** Loudness of samples on a scale of decibels, as ears have it: 0 is silence, 1 full scale. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const db = 10 * Math.log10(power);
  return Math.min(1, Math.max(0, 1 - db / SILENCE_DB));
}
