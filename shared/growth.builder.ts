const TIMES = 16;
/** A work that takes less than this, in ms, is taken for one that takes as long: a clock says little about it. */
const LEAST_MS = 0.5;

/** Between what grows as its input does, 16 times, and what grows with its square, 256 times. */
export const LINEAR = 96;

/**
 * How many times as long a work takes on an input that is 16 times as large. The best of several turns counts, so that a busy
 * machine says nothing.
 */
export function growth(prepare: (size: number) => () => unknown, size: number): number {
  const [small, large] = [prepare(size), prepare(size * TIMES)];
  const turns = Array.from({ length: 5 }, () => ({ small: timeOf(small), large: timeOf(large) }));
  return (
    Math.min(...turns.map((turn) => turn.large)) / Math.max(LEAST_MS, Math.min(...turns.map((turn) => turn.small)))
  );
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
