import type { ParticipantId } from '#shared/protocol/ids.ts';
import { findParticipant, type SessionState } from '../sessionState.ts';
import type { Person } from './transcriptLine.ts';

/** A person of a session or of its review, by name. The server has no name. */
export function personIn(
  { participants, review }: Pick<SessionState, 'participants' | 'review'>,
  participantId: ParticipantId | 'server',
): Person {
  if (participantId === 'server') return { participantId, name: '' };
  const name = findParticipant({ participants }, participantId)?.name ?? reviewerIn(review, participantId)?.name ?? '';
  return { participantId, name };
}

/** A person who reviewed the session. The id comes from a request and may be invented. */
export function reviewerIn({ people }: SessionState['review'], participantId: ParticipantId) {
  return Object.hasOwn(people, participantId) ? people[participantId] : undefined;
}
