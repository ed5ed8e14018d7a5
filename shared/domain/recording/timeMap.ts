/**
 * How a recording's own time maps to session time: pairs of both in ms, sorted by media time, never running backwards.
 * Between two pairs the map is linear. Before the first and after the last it runs as fast as session time. Rule RCD4.
 */
export type TimeMap = readonly (readonly [mediaMs: number, sessionMs: number])[];

export function sessionTimeAt(map: TimeMap, mediaMs: number): number {
  return along(map, mediaMs, 0, 1);
}

/** The place in a recording of a moment of session time; below 0 or past the end if it is not in it. */
export function mediaTimeAt(map: TimeMap, sessionMs: number): number {
  return along(map, sessionMs, 1, 0);
}

function along(map: TimeMap, value: number, from: 0 | 1, to: 0 | 1): number {
  const after = map.findIndex((pair) => pair[from] > value);
  const next = after === -1 ? undefined : map[after];
  const last = after === -1 ? map.at(-1) : map[after - 1];
  if (last === undefined) return next === undefined ? value : next[to] + value - next[from];
  if (next === undefined || next[from] === last[from]) return last[to] + value - last[from];
  return last[to] + ((value - last[from]) / (next[from] - last[from])) * (next[to] - last[to]);
}
