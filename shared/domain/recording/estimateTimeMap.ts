import type { TimeMap } from './timeMap.ts';

/** When which moment of a recording came, in ms: always somewhat later than it happened, and never earlier. */
export type Arrival = { readonly mediaMs: number; readonly sessionMs: number };

/** Over this long, to both sides together, the least late arrival counts. A clock drifts by 1 ms in it at 100 ppm. */
export const WINDOW_MS = 10_000;
/** Points nearer than this to the line between their neighbours say nothing. */
export const THIN_MS = 2;

/** Nothing comes before it happened. */
const TOO_EARLY_MS = -20;
/**
 * The map of a recording whose recorder said where its zero is in session time: by that, unless something came before it
 * happened, because a clock jumped. Lateness alone contradicts nothing: the machine may be busy, and the silence of a voice
 * that was shut comes when it is opened again. Rule RCD4.
 */
export function timeMapOf(zeroAt: number, arrivals: readonly Arrival[]): TimeMap {
  const isTooEarly = arrivals.some(({ mediaMs, sessionMs }) => sessionMs - mediaMs - zeroAt < TOO_EARLY_MS);
  return isTooEarly ? estimateTimeMap(arrivals) : [[0, zeroAt]];
}

/**
 * The map of a recording from when its moments came. Lateness varies, so that the least late in a window of time is the
 * nearest to the truth; what came in a burst at the start is put right by what followed it. Rule RCD4.
 */
export function estimateTimeMap(arrivals: readonly Arrival[]): TimeMap {
  const sorted = arrivals.toSorted((a, b) => a.mediaMs - b.mediaMs);
  return thin(monotone(leastLate(sorted)));
}

type Point = readonly [mediaMs: number, sessionMs: number];

/** Each moment by the least offset around it. The deque holds indices with rising offsets: its first is the least. */
function leastLate(sorted: readonly Arrival[]): readonly Point[] {
  const offsets = sorted.map(({ mediaMs, sessionMs }) => sessionMs - mediaMs);
  const offsetAt = (index: number | undefined) => (index === undefined ? undefined : offsets[index]);
  const timeAt = (index: number | undefined) => (index === undefined ? undefined : sorted[index]?.mediaMs);
  // At both ends of the recording the window lies to one side, and is as long as ever.
  const [begin, end] = [timeAt(0) ?? 0, timeAt(sorted.length - 1) ?? 0];
  const least: number[] = [];
  let [entered, first] = [0, 0];
  return sorted.map(({ mediaMs, sessionMs }) => {
    for (; (timeAt(entered) ?? Infinity) <= Math.max(mediaMs + WINDOW_MS / 2, begin + WINDOW_MS); entered += 1) {
      const offset = offsets[entered] ?? Infinity;
      while (least.length > first && (offsetAt(least.at(-1)) ?? -Infinity) >= offset) least.pop();
      least.push(entered);
    }
    while ((timeAt(least[first]) ?? Infinity) < Math.min(mediaMs - WINDOW_MS / 2, end - WINDOW_MS)) first += 1;
    return [mediaMs, mediaMs + (offsetAt(least[first]) ?? sessionMs - mediaMs)];
  });
}

/** Session time never runs backwards, nor does one moment of media have two. */
function monotone(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const [mediaMs, sessionMs] of points) {
    const before = kept.at(-1);
    if (before?.[0] === mediaMs) continue;
    kept.push([mediaMs, Math.max(sessionMs, before?.[1] ?? sessionMs)]);
  }
  return kept;
}

/** Leaves out what lies on the line: of each stretch the point that is furthest off, until none is. */
function thin(points: readonly Point[]): readonly Point[] {
  const kept = new Set<number>(points.length === 0 ? [] : [0, points.length - 1]);
  const stretches: (readonly [number, number])[] = [[0, points.length - 1]];
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const furthest = furthestOff(points, stretch);
    if (furthest === undefined) continue;
    kept.add(furthest);
    stretches.push([stretch[0], furthest], [furthest, stretch[1]]);
  }
  return points.filter((_, index) => kept.has(index));
}

function furthestOff(points: readonly Point[], [from, to]: readonly [number, number]): number | undefined {
  const [start, end] = [points[from], points[to]];
  if (start === undefined || end === undefined) return undefined;
  let [furthest, distance]: [number | undefined, number] = [undefined, THIN_MS];
  for (let index = from + 1; index < to; index += 1) {
    const [mediaMs, sessionMs] = points[index] ?? start;
    const share = (mediaMs - start[0]) / (end[0] - start[0]);
    const off = Math.abs(sessionMs - (start[1] + share * (end[1] - start[1])));
    if (off > distance) [furthest, distance] = [index, off];
  }
  return furthest;
}
