import type { Fact } from '#shared/protocol/facts.ts';
import type { ParticipantId, WindowId } from '#shared/protocol/ids.ts';
import type { ReviewSight } from '#shared/protocol/review.ts';
import { REVEALS_CODES } from '../visibility.ts';
import { findParticipant, leadAt, type SessionState, startOf } from '../sessionState.ts';

/** How much of a closed session this reader sees now. Rule REV1. */
export function reviewSight({ review }: Pick<SessionState, 'review'>, reader: ParticipantId): ReviewSight {
  if (review.codings.some(({ coder, finished, source }) => coder === reader && !finished && source === 'recording'))
    return 'coding';
  return review.openedBy.includes(reader) ? 'open' : 'gate';
}

/**
 * The facts of a closed session that this reader may see. What reveals the codes of others is for after they opened the
 * review, and not while they code. Rules REV1, REV4.
 */
export function factsForReview(
  reader: ParticipantId,
  sight: ReviewSight,
  facts: readonly Fact[],
  { review }: Pick<SessionState, 'review'>,
): readonly Fact[] {
  const unfinished = new Set(
    review.codings.filter(({ coder, finished }) => coder !== reader && !finished).map(({ codingId }) => codingId),
  );
  return facts
    .filter((fact) => {
      if (fact.by === reader) return true;
      if ('codingId' in fact && unfinished.has(fact.codingId)) return false;
      return sight === 'open' || !REVEALS_CODES.has(fact.type);
    })
    .map((fact) => (sight === 'open' || fact.by === reader ? fact : withoutWords(fact)));
}

/** A sign-off is not secret, but its comment may reveal the codes. */
function withoutWords(fact: Fact): Fact {
  if (fact.type === 'session.signed-off') return { ...fact, note: '' };
  return fact.type === 'sign-off.withdrawn' ? { ...fact, reason: '···' } : fact;
}

/**
 * Whether a person who now codes a window has not seen others' codes in it. They did not lead it, did not watch with
 * the codes visible, never opened the review or the report, and have not finished a coding of it before. Rule REV1.
 */
export function isIndependent(state: SessionState, coder: ParticipantId, windowId: WindowId): boolean {
  const { openedBy, codings } = state.review;
  if (openedBy.includes(coder)) return false;
  // Once their coding is finished, they can see how it compares with another.
  if (codings.some((one) => one.coder === coder && one.windowId === windowId && one.finished)) return false;
  const window = state.windows.find((one) => one.windowId === windowId);
  const start = window && startOf(window);
  if (start !== undefined && leadAt(state, start) === coder) return false;
  return findParticipant(state, coder)?.saw.windows.includes(windowId) !== true;
}

/** Whether an observer saw no others' codes while a window ran. For later arrivals, each code says so. Rule REV2. */
export function codedBlind(state: SessionState, coder: ParticipantId, windowId: WindowId): boolean {
  return findParticipant(state, coder)?.saw.during.includes(windowId) === false;
}
