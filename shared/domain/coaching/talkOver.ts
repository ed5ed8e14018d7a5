import type { Span } from '../codingWindow.ts';
import { lengthOf, overlapOf } from '../speech/spans.ts';

type TalkOver = {
  /** When the coach's voice was open to the parent. */
  readonly voice: readonly Span[];
  /** Where somebody was heard to speak in the room; null where nobody listened for it. */
  readonly speech: readonly Span[] | null;
  /** The stretches of coaching that are looked at. */
  readonly stretches: readonly Span[];
};

/** How long the coach's voice was open while somebody in the room spoke, in ms; null where the room was not listened to. Rule TPC8. */
export function talkOverMs({ voice, speech, stretches }: TalkOver): number | null {
  return speech && lengthOf(overlapOf(overlapOf(voice, speech), stretches));
}
