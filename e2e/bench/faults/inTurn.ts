/** The same things in the same order, from another one on at each turn. */
export function inTurn<T>(all: readonly T[], turn: number): readonly T[] {
  const at = turn % all.length;
  return [...all.slice(at), ...all.slice(0, at)];
}
