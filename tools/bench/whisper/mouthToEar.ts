import { RATE } from './chirps.ts';
import { findChirps } from './findChirps.ts';
import type { Recording } from './soundTaps.ts';

/** A machine under load renders late and never early, so the earliest of the blocks around a chirp tells its time. In blocks. */
const AROUND = 300;
/** The shortest gap between two chirps is longer than this, so that no chirp is taken for its neighbour. */
const LONGEST_WAY_MS = 700;

/** How long each chirp took from the captured microphone to the received sound, in ms. What never arrived is left out. */
export function mouthToEar(mouth: Recording, ear: Recording): number[] {
  const heard = chirpTimes(ear);
  return chirpTimes(mouth).flatMap((said) => {
    const way = heard.map((time) => time - said).find((ms) => ms > 0 && ms < LONGEST_WAY_MS);
    return way === undefined ? [] : [way];
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
