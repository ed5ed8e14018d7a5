import { RATE } from './chirps.ts';
import { findChirps } from './findChirps.ts';
import type { Recording } from './soundTaps.ts';

/** Renders under load are late and never early, so the earliest block around a chirp gives its time. In blocks. */
const AROUND = 300;
/** Shorter than any gap between two chirps, so that no chirp is taken for its neighbor. */
const LONGEST_DELAY_MS = 700;

/** How long each chirp took from the captured microphone to the received sound, in ms. Lost chirps are left out. */
export function mouthToEar(mouth: Recording, ear: Recording): number[] {
  const heard = chirpTimes(ear);
  return chirpTimes(mouth).flatMap((said) => {
    const delay = heard.map((time) => time - said).find((ms) => ms > 0 && ms < LONGEST_DELAY_MS);
    return delay === undefined ? [] : [delay];
  });
}

/** When each chirp of a recording began, in ms on the wall clock. */
function chirpTimes({ samples, offsets, blockLength }: Recording): number[] {
  return findChirps(samples).map((onset) => {
    const block = Math.floor(onset / blockLength);
    const around = offsets.slice(Math.max(0, block - AROUND), block + AROUND);
    return Math.min(...around) + (onset / RATE) * 1_000;
  });
}
