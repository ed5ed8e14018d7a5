import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../codingWindow.ts';
import { liesIn } from '../scoring/codedEvent.ts';
import { commonSpans } from './commonSpans.ts';

const span = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 20 })).map(([from, length]): Span => [from, from + length]);
const coded = fc.record({ counting: fc.array(span, { maxLength: 4 }), voided: fc.array(span, { maxLength: 2 }) });

test('[REL9] a moment is compared if both coded it and it counts for both', () => {
  fc.assert(
    fc.property(coded, coded, fc.nat(75), (one, other, at) => {
      const spans = commonSpans(one, other);
      if (spans === null) {
        expect([one.counting, other.counting]).toEqual([[], []]);
        return;
      }
      const isCoded = [one, other].every(({ counting }) => counting.length === 0 || liesIn(counting, at));
      expect(liesIn(spans, at)).toBe(isCoded && ![one, other].some(({ voided }) => liesIn(voided, at)));
      spans.slice(1).forEach(([from], index) => {
        expect(from).toBeGreaterThanOrEqual(spans[index]?.[1] ?? 0);
      });
    }),
  );
});
