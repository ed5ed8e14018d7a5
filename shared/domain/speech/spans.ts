import type { Span } from '../codingWindow.ts';

/** Joins spans that touch, overlap or are less than `joinMs` apart, in order. Empty ones are left out. */
export function mergeSpans(spans: readonly Span[], joinMs = 0): readonly Span[] {
  const merged: Span[] = [];
  for (const [from, to] of spans.filter((span) => span[1] > span[0]).toSorted((one, other) => one[0] - other[0])) {
    const last = merged.at(-1);
    if (last === undefined || (from > last[1] && from - last[1] >= joinMs)) merged.push([from, to]);
    else merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
  }
  return merged;
}

/** The time that both have in common, in order. */
export function overlapOf(one: readonly Span[], other: readonly Span[]): readonly Span[] {
  const [left, right] = [mergeSpans(one), mergeSpans(other)];
  const common: Span[] = [];
  for (let a = 0, b = 0; ;) {
    const [first, second] = [left[a], right[b]];
    if (first === undefined || second === undefined) return common;
    const [from, to] = [Math.max(first[0], second[0]), Math.min(first[1], second[1])];
    if (from < to) common.push([from, to]);
    if (first[1] < second[1]) a += 1;
    else b += 1;
  }
}

/** The time of the first that the others do not cover, in order. */
export function withoutSpans(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  const covered = mergeSpans(others);
  return mergeSpans(spans).flatMap(([from, to]) => {
    const inside = covered.filter((span) => span[1] > from && span[0] < to);
    const starts = [from, ...inside.map((span) => span[1])];
    const ends = [...inside.map((span) => span[0]), to];
    return starts.flatMap((start, index): Span[] => {
      const end = ends[index] ?? start;
      return end > start ? [[start, end]] : [];
    });
  });
}

/** The total length of these spans in ms; overlaps count once. */
export function lengthOf(spans: readonly Span[]): number {
  return mergeSpans(spans).reduce((sum, [from, to]) => sum + to - from, 0);
}
