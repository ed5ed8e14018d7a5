import { tonePower, type TonePower } from './goertzel.ts';
import type { Samples } from './openAnalyser.ts';

type ToneLooks = {
  /** What was measured so far, oldest first. */
  readonly all: readonly TonePower[];
  /** Measures the latest samples, if none of them has been measured before. */
  readonly look: () => void;
};

/**
 * Measures a tone of `hz` in pieces of sound that do not overlap. On a busy machine, timers may fire while no new sound
 * was processed: the same noise, measured several times, would look like a tone that lasts.
 */
export function openToneLooks(samples: Pick<Samples, 'latest' | 'time' | 'sampleRate'>, hz: number): ToneLooks {
  const all: TonePower[] = [];
  let measuredUntil = -Infinity;
  return {
    all,
    look() {
      const latest = samples.latest();
      const isNew = Math.round((samples.time() - measuredUntil) * samples.sampleRate) >= latest.length;
      if (!isNew) return;
      measuredUntil = samples.time();
      all.push(tonePower(hz, latest, samples.sampleRate));
    },
  };
}
