import type { Span } from '../codingWindow.ts';
import { lengthOf, overlapOf } from '../speech/spans.ts';

type TalkOver = {
  /** When the coach's voice was open to the parent. */
  readonly voice: readonly Span[];
  /** When somebody spoke in the room. Null if the recording was not searched for speech. */
  readonly speech: readonly Span[] | null;
  readonly spans: readonly Span[];
};

/** How long, in ms, the coach's microphone was on while someone in the room spoke; null if unknown. Rule TPC8. */
export function talkOverMs({ voice, speech, spans }: TalkOver): number | null {
  return speech && lengthOf(overlapOf(overlapOf(voice, speech), spans));
}
