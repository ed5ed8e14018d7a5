const TIMES = 16;
/** A work that takes less than this, in ms, is taken for one that takes as long: a clock says little about it. */
const LEAST_MS = 0.5;

/** Between what grows as its input does, 16 times, and what grows with its square, 256 times. */
export const LINEAR = 96;

/** How long the processors have worked for this process until now, in µs: `cpuUsage` of Node. */
type Worked = () => { readonly user: number; readonly system: number };

/**
 * How many times as long a processor works on an input that is 16 times as large. What others of a busy machine take is not
 * counted, and the best of several turns is.
 */
export function growth(prepare: (size: number) => () => unknown, size: number, worked: Worked): number {
  const [small, large] = [prepare(size), prepare(size * TIMES)];
  const turns = Array.from({ length: 5 }, () => ({ small: timeOf(small, worked), large: timeOf(large, worked) }));
  return (
    Math.min(...turns.map((turn) => turn.large)) / Math.max(LEAST_MS, Math.min(...turns.map((turn) => turn.small)))
  );
}

function timeOf(work: () => unknown, worked: Worked): number {
  const before = worked();
  work();
  const after = worked();
  return (after.user + after.system - before.user - before.system) / 1_000;
}
