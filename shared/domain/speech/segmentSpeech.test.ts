import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../codingWindow.ts';
import { finishSpeech, FRAME_MS, addFrame, NO_FRAMES, SPEECH_LIMITS } from './segmentSpeech.ts';

/** Every span of speech in these frames. */
function spansIn(probabilities: readonly number[]): readonly Span[] {
  const spans: Span[] = [];
  let state = NO_FRAMES;
  for (const probability of probabilities) {
    const step = addFrame(state, probability);
    state = step.state;
    if (step.ended) spans.push(step.ended);
  }
  const last = finishSpeech(state);
  return last ? [...spans, last] : spans;
}

const frames = (...runs: readonly (readonly [count: number, probability: number])[]) =>
  runs.flatMap(([count, probability]) => Array.from({ length: count }, () => probability));

test.for([
  { heard: 'nothing', probabilities: [], spans: [] },
  { heard: 'quiet', probabilities: frames([50, 0.1]), spans: [] },
  { heard: 'a click of two frames', probabilities: frames([5, 0], [2, 0.9], [20, 0]), spans: [] },
  { heard: 'three frames', probabilities: frames([5, 0], [3, 0.9], [20, 0]), spans: [[160, 256]] },
  { heard: 'exactly the threshold', probabilities: frames([3, 0.5], [20, 0]), spans: [[0, 96]] },
  { heard: 'just below the threshold', probabilities: frames([30, 0.49]), spans: [] },
  { heard: 'a voice that sinks', probabilities: frames([3, 0.9], [4, 0.35], [20, 0]), spans: [[0, 224]] },
  { heard: 'a voice that sinks too far', probabilities: frames([3, 0.9], [4, 0.34], [20, 0]), spans: [[0, 96]] },
  { heard: 'a pause of 192 ms', probabilities: frames([3, 0.9], [6, 0], [3, 0.9], [20, 0]), spans: [[0, 384]] },
  {
    heard: 'a pause of 224 ms',
    probabilities: frames([3, 0.9], [7, 0], [3, 0.9], [20, 0]),
    spans: [
      [0, 96],
      [320, 416],
    ],
  },
  {
    heard: 'a pause that only a murmur breaks',
    probabilities: frames([3, 0.9], [3, 0], [3, 0.4], [3, 0], [20, 0]),
    spans: [[0, 96]],
  },
  { heard: 'speech to the very end', probabilities: frames([2, 0], [10, 0.8]), spans: [[64, 384]] },
  { heard: 'a click at the very end', probabilities: frames([10, 0], [2, 0.8]), spans: [] },
])('[TRN3] $heard becomes $spans', ({ probabilities, spans }) => {
  expect(spansIn(probabilities)).toEqual(spans);
});

test('[TRN3] spans are in order, long enough and a pause apart; three sure frames in a row are always in one', () => {
  const aProbability = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.35, 0.5, 1));
  fc.assert(
    fc.property(fc.array(aProbability, { maxLength: 200 }), (probabilities) => {
      const spans = spansIn(probabilities);
      for (const [index, [from, to]] of spans.entries()) {
        expect(to - from).toBeGreaterThanOrEqual(SPEECH_LIMITS.shortestMs);
        expect(from - (spans[index - 1]?.[1] ?? -Infinity)).toBeGreaterThanOrEqual(SPEECH_LIMITS.pauseMs);
        expect(to).toBeLessThanOrEqual(probabilities.length * FRAME_MS);
        expect(probabilities[from / FRAME_MS]).toBeGreaterThanOrEqual(SPEECH_LIMITS.speech);
      }
      const sure = (frame: number) => (probabilities[frame] ?? 0) >= SPEECH_LIMITS.speech;
      for (const frame of probabilities.keys()) {
        const inSpan = spans.some(([from, to]) => from <= frame * FRAME_MS && frame * FRAME_MS < to);
        if (sure(frame) && sure(frame + 1) && sure(frame + 2)) expect([frame, inSpan]).toEqual([frame, true]);
      }
    }),
  );
});
