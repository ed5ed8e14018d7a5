import { useTranslation } from 'react-i18next';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { speakingNow, type Speaking } from '#shared/session/speakingNow.ts';
import { Band } from './Band.tsx';
import { useQuietView } from './LiveContext.tsx';
import { caregiverName } from './participants.ts';

/** Whose voice is open now besides one's own and who hears it, so that nobody thinks the family hears it. */
export function SpeakingBand() {
  const { session, self, connection } = useQuietView();
  const others = speakingNow(session).filter(({ speaker }) => speaker.participantId !== self?.participantId);
  if (connection !== 'live' || others.length === 0) return null;
  return (
    <Band tone="accent">
      {others.map((speaking) => (
        <SpeakingLine key={speaking.speaker.participantId} speaking={speaking} self={self?.participantId} />
      ))}
    </Band>
  );
}

type LineProps = { readonly speaking: Speaking; readonly self: ParticipantId | undefined };

function SpeakingLine({ speaking: { speaker, hearers }, self }: LineProps) {
  const { t, i18n } = useTranslation('console');
  const { session } = useQuietView();
  const { name } = speaker;
  const others = hearers.filter(({ participantId }) => participantId !== self);
  const people = new Intl.ListFormat(i18n.language).format(
    others.map((hearer) => caregiverName(session, hearer.wearer) || hearer.name),
  );
  return <p role="status">{t(`speaking.${who()}`, { name, people })}</p>;

  function who() {
    if (hearers.length === 0) return 'nobody';
    if (others.length === hearers.length) return 'notYou';
    return others.length === 0 ? 'onlyYou' : 'youToo';
  }
}
