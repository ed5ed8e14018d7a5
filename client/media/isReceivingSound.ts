import { audioContext } from './audioContext.ts';
import { openAnalyser, type Samples } from './openAnalyser.ts';

/** The maximum of an analyser: the last 0.7 s at 48 kHz. */
const MAX_SAMPLES = 32_768;

/** Whether a track’s latest samples contain anything but zeros. Undefined while the audio context is suspended. */
export function isReceivingSound(samples: Samples): boolean | undefined {
  return audioContext().state === 'running' ? samples.latest().some((sample) => sample !== 0) : undefined;
}

/**
 * Listens to a track. `hasSound`: whether it gave anything but zeros since the last call. Undefined if unknown, because
 * audio is suspended or the machine was too busy.
 */
export function listenTo(track: MediaStreamTrack): {
  readonly hasSound: () => boolean | undefined;
  readonly close: () => void;
} {
  const samples = openAnalyser(track, MAX_SAMPLES);
  let heardUntil = audioContext().currentTime;
  return {
    hasSound() {
      const { currentTime } = audioContext();
      if (currentTime === heardUntil) return undefined;
      heardUntil = currentTime;
      return isReceivingSound(samples);
    },
    close: samples.close,
  };
}
