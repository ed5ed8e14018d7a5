import type { ParticipantId } from '#shared/protocol/ids.ts';
import { findParticipant, type SessionState } from '../sessionState.ts';
import type { Person } from './transcriptLine.ts';

/** Somebody of a session or of its review, by name; the server has none. */
export function personIn(
  { participants, review }: Pick<SessionState, 'participants' | 'review'>,
  participantId: ParticipantId | 'server',
): Person {
  if (participantId === 'server') return { participantId, name: '' };
  const name = findParticipant({ participants }, participantId)?.name ?? reviewerIn(review, participantId)?.name ?? '';
  return { participantId, name };
}

/** Somebody who reviewed the session, by an id that anyone may have made up. */
export function reviewerIn({ people }: SessionState['review'], participantId: ParticipantId) {
  return Object.hasOwn(people, participantId) ? people[participantId] : undefined;
}
