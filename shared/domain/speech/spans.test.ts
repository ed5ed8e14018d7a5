import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../codingWindow.ts';
import { lengthOf, mergeSpans, overlapOf } from './spans.ts';

const aSpan = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
  .map(([from, length]): Span => [from, from + length]);
const someSpans = fc.array(aSpan, { maxLength: 12 });

/** The whole ms in which one of these spans is on. */
const momentsIn = (spans: readonly Span[]) =>
  Array.from({ length: 100 }, (_, at) => at).filter((at) => spans.some(([from, to]) => from <= at && at < to));

test('merging keeps every moment, adds none, and leaves no two that touch', () => {
  fc.assert(
    fc.property(someSpans, (spans) => {
      const merged = mergeSpans(spans);
      expect(momentsIn(merged)).toEqual(momentsIn(spans));
      expect(lengthOf(spans)).toBe(momentsIn(spans).length);
      merged.slice(1).forEach(([from], index) => expect(from).toBeGreaterThan(merged[index]![1]));
    }),
  );
});

test('spans closer than asked are joined', () => {
  const spans: readonly Span[] = [
    [0, 10],
    [19, 20],
    [30, 40],
  ];
  expect(mergeSpans(spans, 10)).toEqual([
    [0, 20],
    [30, 40],
  ]);
});

test('the overlap holds the moments that both have, in either order', () => {
  fc.assert(
    fc.property(someSpans, someSpans, (one, other) => {
      const both = momentsIn(one).filter((at) => momentsIn(other).includes(at));
      expect(momentsIn(overlapOf(one, other))).toEqual(both);
      expect(overlapOf(other, one)).toEqual(overlapOf(one, other));
    }),
  );
});
