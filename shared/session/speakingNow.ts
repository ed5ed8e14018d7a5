import { trackOf } from '#shared/domain/audience.ts';
import { type Participant, partOf } from './sessionState.ts';
import { type Listening, whoHears } from './whoHears.ts';

/** Somebody whose voice is open now, and who hears it by the one table that decides it. */
export type Speaking = {
  readonly speaker: Participant;
  readonly hearers: readonly Participant[];
};

/** Whose voices are open now, and to whom. Rule AUD1. */
export function speakingNow(session: Listening): readonly Speaking[] {
  return Object.values(session.participants).flatMap((speaker) => {
    const part = partOf(session, speaker.participantId);
    const track = speaker.voiceOpen && speaker.present && part ? trackOf('voice', part) : undefined;
    if (track === undefined) return [];
    const hearers = whoHears(session, track).filter(({ participantId }) => participantId !== speaker.participantId);
    return [{ speaker, hearers }];
  });
}
