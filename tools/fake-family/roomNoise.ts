import type { Sound } from './wav.ts';

/** How loud the quietest room is that a microphone hears, of full scale: a little over what 16 bits can tell from nothing. */
const FLOOR = 3 / 32_767;
const SEED = 22_695_477;

/** A sound as a microphone in a room has it: with noise, and never nothing but zeros. The same every time. */
export function withRoomNoise({ rate, samples }: Sound): Sound {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, SEED) + 1) >>> 0;
    return (state / 2 ** 31 - 1) * FLOOR;
  };
  return { rate, samples: samples.map((sample) => sample + next()) };
}
