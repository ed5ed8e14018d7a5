import { type Listener, mayHear, type Track } from '#shared/domain/audience.ts';
import { isEarChecked, type Participant, partOf, type SessionState } from './sessionState.ts';

/** The parts of a session that decide who hears what. */
export type AudienceState = Pick<SessionState, 'participants' | 'lead' | 'inPlay' | 'phase'>;

/** A participant as the audience table sees them. */
export function listenerOf(session: AudienceState, participant: Participant): Listener {
  return {
    part: partOf(session, participant.participantId) ?? 'knocking',
    wearerInPlay: participant.wearer !== null && participant.wearer === session.inPlay,
    earChecked: isEarChecked(participant),
  };
}

/** Whom this track reaches now, of the people here, by the audience table. Rule AUD1. */
export function whoHears(session: AudienceState, track: Track): readonly Participant[] {
  return Object.values(session.participants).filter(
    (participant) => participant.present && mayHear(track, listenerOf(session, participant), session.phase),
  );
}

/** Which of them hear it: their page reports that it would sound there. Without a report, they do not. Rule EAR3. */
export function whoCanHear(session: AudienceState, track: Track): readonly Participant[] {
  return whoHears(session, track).filter(({ sounding }) => sounding === 'works');
}
