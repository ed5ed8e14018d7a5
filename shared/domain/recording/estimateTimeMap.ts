import type { TimeMap } from './timeMap.ts';

/** A moment of media time, and when it arrived, in ms. It arrives later than it happened, and never earlier. */
export type Arrival = { readonly mediaMs: number; readonly sessionMs: number };

/** Of the arrivals within this time around a moment (ms), the least delayed counts. At 100 ppm, clocks drift 1 ms. */
const WINDOW_MS = 10_000;
/** A point closer than this to the line between its neighbors can be left out, in ms. */
const THIN_MS = 2;

/** Something that seems to arrive this much before it happened, in ms, shows that a clock jumped. */
const TOO_EARLY_MS = -20;
/**
 * The map of a recording whose recorder reported the session time of its zero. That report is used unless something
 * arrived before it happened, which means that a clock jumped. Late arrivals contradict nothing: the machine may be
 * busy, and the silence of a muted voice arrives once it is unmuted. Rule RCD4.
 */
export function timeMapOf(zeroAt: number, arrivals: readonly Arrival[]): TimeMap {
  const isTooEarly = arrivals.some(({ mediaMs, sessionMs }) => sessionMs - mediaMs - zeroAt < TOO_EARLY_MS);
  return isTooEarly ? estimateTimeMap(arrivals) : [[0, zeroAt]];
}

/** A map from arrival times: the least delayed around a moment is the most accurate, also after a burst. Rule RCD4. */
export function estimateTimeMap(arrivals: readonly Arrival[]): TimeMap {
  const sorted = arrivals.toSorted((a, b) => a.mediaMs - b.mediaMs);
  return thin(monotone(leastLate(sorted)));
}

type Point = readonly [mediaMs: number, sessionMs: number];

/** The least offset around each moment. The deque holds indices with rising offsets, so the first is the least. */
function leastLate(sorted: readonly Arrival[]): readonly Point[] {
  const offsets = sorted.map(({ mediaMs, sessionMs }) => sessionMs - mediaMs);
  const offsetAt = (index: number | undefined) => (index === undefined ? undefined : offsets[index]);
  const timeAt = (index: number | undefined) => (index === undefined ? undefined : sorted[index]?.mediaMs);
  // At both ends of the recording the span lies to one side and keeps its length.
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

/** Session time never runs backwards, and each moment of media time has one session time. */
function monotone(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const [mediaMs, sessionMs] of points) {
    const before = kept.at(-1);
    if (before?.[0] === mediaMs) continue;
    kept.push([mediaMs, Math.max(sessionMs, before?.[1] ?? sessionMs)]);
  }
  return kept;
}

/** Leaves out points that lie on a line: keeps the furthest point of each span, until none is too far off. */
function thin(points: readonly Point[]): readonly Point[] {
  const kept = new Set<number>(points.length === 0 ? [] : [0, points.length - 1]);
  const spans: (readonly [number, number])[] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const furthest = furthestOff(points, span);
    if (furthest === undefined) continue;
    kept.add(furthest);
    spans.push([span[0], furthest], [furthest, span[1]]);
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
