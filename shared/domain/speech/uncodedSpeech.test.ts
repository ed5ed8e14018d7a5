import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../codingWindow.ts';
import { overlapOf } from './spans.ts';
import { UNCODED, uncodedSpeech } from './uncodedSpeech.ts';

const WHOLE: readonly Span[] = [[0, 60_000]];

test.for<{ says: string; speech: Span[]; codedAt: number[]; coding?: readonly Span[]; missed: Span[] }>([
  { says: 'nothing said', speech: [], codedAt: [], missed: [] },
  { says: 'said and not coded', speech: [[5_000, 6_000]], codedAt: [], missed: [[5_000, 6_000]] },
  { says: 'coded in it', speech: [[5_000, 6_000]], codedAt: [5_400], missed: [] },
  { says: 'coded 3 s after it', speech: [[5_000, 6_000]], codedAt: [9_000], missed: [] },
  { says: 'coded later still', speech: [[5_000, 6_000]], codedAt: [9_001], missed: [[5_000, 6_000]] },
  { says: 'coded 1 s before it', speech: [[5_000, 6_000]], codedAt: [4_000], missed: [] },
  { says: 'coded earlier still', speech: [[5_000, 6_000]], codedAt: [3_999], missed: [[5_000, 6_000]] },
  { says: 'half a second', speech: [[5_000, 5_500]], codedAt: [], missed: [[5_000, 5_500]] },
  { says: 'a word in passing', speech: [[5_000, 5_499]], codedAt: [], missed: [] },
  {
    says: 'two spans of one breath',
    speech: [
      [5_000, 5_300],
      [6_200, 6_500],
    ],
    codedAt: [],
    missed: [[5_000, 6_500]],
  },
  {
    says: 'two spans',
    speech: [
      [5_000, 5_600],
      [6_600, 7_200],
    ],
    codedAt: [],
    missed: [
      [5_000, 5_600],
      [6_600, 7_200],
    ],
  },
  { says: 'nobody coding', speech: [[5_000, 6_000]], codedAt: [], coding: [], missed: [] },
  {
    says: 'coding from its middle',
    speech: [[5_000, 6_000]],
    codedAt: [],
    coding: [[5_400, 9_000]],
    missed: [[5_400, 6_000]],
  },
])('[TRN4] $says: $missed', ({ speech, codedAt, coding = WHOLE, missed }) => {
  expect(uncodedSpeech({ speech, codedAt, coding })).toEqual(missed);
});

test('[TRN4] what is shown was speech within coding, and one more code never adds to it', () => {
  const aSpan = fc
    .tuple(fc.integer({ min: 0, max: 55_000 }), fc.integer({ min: 1, max: 5_000 }))
    .map(([from, length]): Span => [from, from + length]);
  const someSpans = fc.array(aSpan, { maxLength: 15 });
  fc.assert(
    fc.property(someSpans, someSpans, fc.array(fc.nat(60_000)), fc.nat(60_000), (speech, coding, codedAt, more) => {
      const missed = uncodedSpeech({ speech, coding, codedAt });
      for (const span of missed) {
        expect(span[1] - span[0]).toBeGreaterThanOrEqual(UNCODED.leastMs);
        expect(overlapOf([span], overlapOf(speech, coding)).length).toBeGreaterThan(0);
      }
      const fewer = uncodedSpeech({ speech, coding, codedAt: [...codedAt, more] });
      expect(overlapOf(fewer, missed)).toEqual(fewer);
    }),
  );
});
