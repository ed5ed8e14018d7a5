import type { Span } from '#shared/domain/codingWindow.ts';
import type { SessionState } from '../sessionState.ts';

/** Where there was speech in the recording, as spans of session time in ms; null if it was not searched. */
export function speechIn({ review }: Pick<SessionState, 'review'>): readonly Span[] | null {
  return review.speech.length === 0 ? null : review.speech.flatMap(({ stretches }) => stretches);
}
