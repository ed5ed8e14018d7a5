import type { RecordingView } from '#shared/domain/recording/recordedTracks.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { hasConsent } from '#shared/session/recording/recordingState.ts';
import { partOf, type SessionState } from '#shared/session/sessionState.ts';

export function recordingViewOf(state: SessionState): RecordingView<ParticipantId> {
  const people = Object.values(state.participants).map(({ participantId, present }) => ({
    participantId,
    present,
    part: partOf(state, participantId) ?? ('knocking' as const),
  }));
  const coaches = people.filter(({ participantId }) => hasConsent(state.recording, 'coach-voice', participantId));
  return {
    phase: state.phase,
    held: state.recording.held,
    consents: {
      'room-video': hasConsent(state.recording, 'room-video'),
      'room-audio': hasConsent(state.recording, 'room-audio'),
      'coach-voice': new Set(coaches.map(({ participantId }) => participantId)),
    },
    people,
  };
}
