import type { Span } from '../codingWindow.ts';
import { lengthOf, overlapOf } from '../speech/spans.ts';

type TalkOver = {
  /** When the coach's voice was open to the parent. */
  readonly voice: readonly Span[];
  /** When somebody spoke in the room. Null if the recording was not searched for speech. */
  readonly speech: readonly Span[] | null;
  /** The spans of coaching to look at. */
  readonly spans: readonly Span[];
};

/**
 * How long the coach's voice was open while somebody in the room spoke, in ms. Null if the room's sound was not
 * searched for speech. Rule TPC8.
 */
export function talkOverMs({ voice, speech, spans }: TalkOver): number | null {
  return speech && lengthOf(overlapOf(overlapOf(voice, speech), spans));
}
