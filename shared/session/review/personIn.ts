import type { ParticipantId } from '#shared/protocol/ids.ts';
import { findParticipant, type SessionState } from '../sessionState.ts';
import type { Person } from './transcriptLine.ts';

/** Somebody of a session or of its review, by name; the server has none. */
export function personIn(
  { participants, review }: Pick<SessionState, 'participants' | 'review'>,
  participantId: ParticipantId | 'server',
): Person {
  if (participantId === 'server') return { participantId, name: '' };
  const reviewer = Object.hasOwn(review.people, participantId) ? review.people[participantId] : undefined;
  return { participantId, name: findParticipant({ participants }, participantId)?.name ?? reviewer?.name ?? '' };
}
