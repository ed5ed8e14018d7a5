import { trackOf } from '#shared/domain/audience.ts';
import { type Participant, partOf } from './sessionState.ts';
import { type AudienceState, whoCanHear } from './whoHears.ts';

/** A person whose voice is open now, and who hears it: the table allows it, and their page says that it would sound. */
export type Speaking = { readonly speaker: Participant; readonly hearers: readonly Participant[] };

/** Whose voices are open now, and to whom. Rules AUD1, EAR3. */
export function speakingNow(session: AudienceState): readonly Speaking[] {
  return Object.values(session.participants).flatMap((speaker) => {
    const part = partOf(session, speaker.participantId);
    const track = speaker.voiceOpen && speaker.present && part ? trackOf('voice', part) : undefined;
    if (track === undefined) return [];
    const hearers = whoCanHear(session, track).filter(({ participantId }) => participantId !== speaker.participantId);
    return [{ speaker, hearers }];
  });
}
