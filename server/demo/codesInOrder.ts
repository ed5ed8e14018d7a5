export type Counts = Readonly<Record<string, number>>;

/** As many of each code as its count says, in random order. The same seed gives the same order. */
export function codesInOrder(counts: Counts, seed: number): readonly string[] {
  const next = randomFrom(seed);
  const codes = Object.entries(counts).flatMap(([code, times]) => Array.from({ length: times }, () => code));
  return codes
    .map((code) => ({ code, place: next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ code }) => code);
}

/** Pseudo-random numbers from 0 to 1: a linear congruential generator, with the constants of Numerical Recipes. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
