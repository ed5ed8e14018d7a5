import { trackOf } from '#shared/domain/audience.ts';
import type { FactDraft, FactOf } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { partOf, type SessionState } from '#shared/session/sessionState.ts';

export function voiceTrackOf(state: SessionState, participantId: ParticipantId) {
  const part = partOf(state, participantId);
  const track = part && trackOf('voice', part);
  return track === 'coach-voice' || track === 'supervisor-voice' ? track : undefined;
}

/** The fact that closes a person's voice, if it is open. */
export function closingVoice(
  state: SessionState,
  participantId: ParticipantId,
  how: Pick<FactOf<'voice.closed'>, 'by' | 'why'>,
): readonly FactDraft[] {
  if (state.participants[participantId]?.voiceOpen !== true) return [];
  const track = voiceTrackOf(state, participantId);
  return [{ type: 'voice.closed', participantId, ...(track && { track }), ...how }];
}
