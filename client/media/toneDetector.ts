import { toneAboveNoiseDb } from './goertzel.ts';
import { openAnalyser } from './openAnalyser.ts';
import { openToneLooks } from './toneLooks.ts';

const WINDOW_SAMPLES = 4_096;
/** How late the tone may arrive, in ms: the way to the ear, and a slow Bluetooth link. */
const LATE_MS = 1_000;

type ToneListening = {
  /** How far the tone was above the room, in dB. Null if nothing could be measured. */
  readonly result: Promise<number | null>;
  /** Stops listening; the result is then null. Safe to call twice. */
  readonly close: () => void;
};

/** Listens on a track for a tone of `hz` that is played for `ms`. */
export function listenForTone(track: MediaStreamTrack, hz: number, ms: number): ToneListening {
  const samples = openAnalyser(track, WINDOW_SAMPLES);
  const windowMs = (WINDOW_SAMPLES / samples.sampleRate) * 1_000;
  const runLength = Math.max(1, Math.floor(ms / 2 / windowMs));
  const looks = openToneLooks(samples, hz);
  const { promise: result, resolve } = Promise.withResolvers<number | null>();

  // More often than once a window, so that a late timer loses little of the sound.
  const looking = setInterval(looks.look, windowMs / 4);
  const ending = setTimeout(() => finish(toneAboveNoiseDb(looks.all, runLength)), ms + LATE_MS);

  function finish(db: number | null) {
    clearInterval(looking);
    clearTimeout(ending);
    samples.close();
    resolve(db);
  }

  return { result, close: () => finish(null) };
}
