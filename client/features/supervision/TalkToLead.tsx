import { useTranslation } from 'react-i18next';
import { whoHears } from '#shared/session/whoHears.ts';
import { useMediaStanding, useQuietView, useVoiceHealth } from '#client/components/live/LiveContext.tsx';
import { TalkButton } from '#client/components/live/TalkButton.tsx';
import { microphoneProblem } from '#client/components/live/whisperDoor.ts';
import { useTalkKeys } from './useTalkKeys.ts';

/** A word to the lead coach, whom alone it reaches. */
export function TalkToLead() {
  const { t } = useTranslation('console');
  const { session, connection } = useQuietView();
  const [lead] = whoHears(session, 'supervisor-voice');
  const problem = microphoneProblem(useVoiceHealth());
  const isMending = useMediaStanding() === 'mending';
  const isOpen = connection === 'live' && !isMending && lead !== undefined && problem === undefined;
  useTalkKeys(isOpen);

  const why = () => {
    if (problem !== undefined) return t(`voice.shut.${problem}`);
    if (connection !== 'live') return t('voice.shut.lost');
    return isMending ? t('voice.shut.media') : t('voice.nobodyLeads');
  };
  return (
    <TalkButton
      door={isOpen ? 'open' : 'shut'}
      closedTitle={t('supervision.talk', { name: lead?.name ?? '' })}
      openTitle={t('supervision.heard', { name: lead?.name ?? '' })}
      who={isOpen ? t('voice.toLead', { name: lead.name }) : why()}
    />
  );
}
