import type { Span } from '../codingWindow.ts';
import { mergeSpans, overlapOf } from './spans.ts';

/** When speech is worth a second look. Rule TRN4. */
export const UNCODED = {
  /** A coder hears, decides and presses within this time, in ms. */
  withinMs: 3_000,
  /** Spans closer than this, in ms, are one utterance: a code before the second can be for both. */
  joinMs: 1_000,
  /** Shorter spans, in ms, are a word in passing or a toy. */
  leastMs: 500,
} as const;

type Heard = {
  readonly speech: readonly Span[];
  /** When a code was given for what was said or done, in session time. */
  readonly codedAt: readonly number[];
  readonly coding: readonly Span[];
};

/** When somebody spoke during coding and nothing was coded from 1 s before it until 3 s after it. Rule TRN4. */
export function uncodedSpeech({ speech, codedAt, coding }: Heard): readonly Span[] {
  const times = codedAt.toSorted((one, other) => one - other);
  const missed = mergeSpans(speech).filter(
    ([from, to]) => !hasBetween(times, from - UNCODED.joinMs, to + UNCODED.withinMs),
  );
  return mergeSpans(overlapOf(missed, coding), UNCODED.joinMs).filter(([from, to]) => to - from >= UNCODED.leastMs);
}

/** Whether one of these sorted times lies in `[from, to]`. */
function hasBetween(times: readonly number[], from: number, to: number): boolean {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  return (times[low] ?? Infinity) <= to;
}
