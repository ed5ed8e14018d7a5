import { audioContext } from './audioContext.ts';
import { openAnalyser, type Samples } from './openAnalyser.ts';

/** As many as an analyser keeps: at 48 kHz the last 0.7 s. */
const MOST_SAMPLES = 32_768;

/** Whether a track’s latest samples hold anything but zeros; undefined while the browser holds the context, which then gives zeros whatever is said. */
export function isReceivingSound(samples: Samples): boolean | undefined {
  return audioContext().state === 'running' ? samples.latest().some((sample) => sample !== 0) : undefined;
}

/**
 * Listens to a track: whether it gave anything but zeros since the last time it was asked. Undefined where nobody can tell,
 * because the browser holds back all sound, or the machine had no time to take any in.
 */
export function listenTo(track: MediaStreamTrack): {
  readonly hasSound: () => boolean | undefined;
  readonly close: () => void;
} {
  const samples = openAnalyser(track, MOST_SAMPLES);
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
