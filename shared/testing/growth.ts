const TIMES = 16;
/** Shorter work counts as taking this long, in ms, because a clock cannot measure it reliably. */
const LEAST_MS = 0.5;

/** A limit between linear growth (16 times as long) and quadratic growth (256 times). */
export const LINEAR = 96;

/** The CPU time of this process so far, in µs: Node's `cpuUsage`. */
type Worked = () => { readonly user: number; readonly system: number };

/**
 * How many times as much CPU time an input needs that is 16 times as large. Other processes are not counted, and the
 * best of several runs is used.
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
