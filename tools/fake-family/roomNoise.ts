import type { Sound } from './wav.ts';

/** The noise of the quietest room, relative to full scale: slightly above what 16 bits can represent. */
const FLOOR = 3 / 32_767;
const SEED = 22_695_477;

/** Adds room noise to a sound, so that it never has only zeros. The same every time. */
export function withRoomNoise({ rate, samples }: Sound): Sound {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, SEED) + 1) >>> 0;
    return (state / 2 ** 31 - 1) * FLOOR;
  };
  return { rate, samples: samples.map((sample) => sample + next()) };
}
