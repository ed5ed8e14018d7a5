import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineAtPlayhead } from './lineAtPlayhead.ts';
import { aCodeLine } from './testing/someLines.ts';

test('of all lines, in whatever chunks, one is at the playhead: the last that has begun; none before the first', () => {
  const someTimes = fc.array(fc.nat(50), { maxLength: 30 });
  fc.assert(
    fc.property(someTimes, fc.integer({ min: 1, max: 7 }), fc.integer({ min: -5, max: 60 }), (times, size, now) => {
      const lines = times.toSorted((one, other) => one - other).map((at, n) => aCodeLine(n, { at }));
      const marked: string[] = [];
      for (let first = 0; first < lines.length; first += size) {
        const key = lineAtPlayhead(lines.slice(first, first + size), lines[first + size]?.at ?? Infinity, now);
        if (key !== undefined) marked.push(key);
      }
      const last = lines.findLast(({ at }) => at <= now);
      expect(marked).toEqual(last ? [last.key] : []);
    }),
  );
});
