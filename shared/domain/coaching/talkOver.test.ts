import { expect, test } from 'vitest';
import type { Span } from '../codingWindow.ts';
import { talkOverMs } from './talkOver.ts';

const COACHING: readonly Span[] = [[10_000, 60_000]];

test.for<{ says: string; voice: Span[]; speech: Span[] | null; ms: number | null }>([
  { says: 'nobody listened to the room', voice: [[20_000, 22_000]], speech: null, ms: null },
  { says: 'nobody spoke in the room', voice: [[20_000, 22_000]], speech: [], ms: 0 },
  { says: 'the coach spoke into silence', voice: [[20_000, 22_000]], speech: [[23_000, 25_000]], ms: 0 },
  { says: 'the parent spoke on', voice: [[20_000, 22_000]], speech: [[21_500, 25_000]], ms: 500 },
  { says: 'before coaching began', voice: [[9_000, 11_000]], speech: [[8_000, 10_400]], ms: 400 },
  {
    says: 'two spans in one open voice',
    voice: [[20_000, 24_000]],
    speech: [
      [20_500, 21_000],
      [23_000, 23_700],
    ],
    ms: 1_200,
  },
])('[TPC8] $says: $ms ms', ({ voice, speech, ms }) => {
  expect(talkOverMs({ voice, speech, spans: COACHING })).toBe(ms);
});
