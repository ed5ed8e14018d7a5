import type { FactDraft, FactOf } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/** The fact that a person is gone, if the log has them as here. Rule SES8. */
export function departure(
  { participants }: Pick<SessionState, 'participants'>,
  participantId: ParticipantId,
  how: Pick<FactOf<'participant.left'>, 'by' | 'why' | 'lastSeenAt'>,
): readonly FactDraft[] {
  return participants[participantId]?.present === true ? [{ type: 'participant.left', participantId, ...how }] : [];
}
