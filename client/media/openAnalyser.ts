import { audioContext } from './audioContext.ts';
import { playTrack } from './playTrack.ts';

export type Samples = {
  readonly sampleRate: number;
  /** The latest samples, each from -1 to 1. Always the same array. */
  readonly latest: () => Float32Array<ArrayBuffer>;
  /** The time of the latest sample, in seconds. It stands still while a busy machine processes no sound. */
  readonly time: () => number;
  /** Safe to call twice. */
  readonly close: () => void;
};

/** Gives access to the samples of a track without playing it. `length` is a power of two. */
export function openAnalyser(track: MediaStreamTrack, length: number): Samples {
  const context = audioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = context.createAnalyser();
  analyser.fftSize = length;
  source.connect(analyser);
  // Chromium gives WebAudio the samples of a remote track only while the track also plays in an element.
  const unheard = playTrack(track, { muted: true });
  const samples = new Float32Array(length);
  return {
    sampleRate: context.sampleRate,
    latest() {
      analyser.getFloatTimeDomainData(samples);
      return samples;
    },
    time: () => context.currentTime,
    close() {
      source.disconnect();
      unheard.close();
    },
  };
}
