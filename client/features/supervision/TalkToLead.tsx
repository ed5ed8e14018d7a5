import { useTranslation } from 'react-i18next';
import { talkToLeadStatus } from '#client/live/talkToLeadStatus.ts';
import { useOwnVoiceStanding, useQuietView, useVoiceHealth } from '#client/live/LiveContext.tsx';
import { TalkButton } from '#client/live/TalkButton.tsx';
import { useTalkKeys } from './useTalkKeys.ts';

/** Talk that only the lead coach hears. */
export function TalkToLead() {
  const { t } = useTranslation('console');
  const status = talkToLeadStatus(useQuietView(), useVoiceHealth(), useOwnVoiceStanding());
  const { name } = status;
  useTalkKeys(status.is === 'open');
  return (
    <TalkButton
      status={status.is}
      closedTitle={name === '' ? t('supervision.talkToLead') : t('supervision.talk', { name })}
      openTitle={t('supervision.heard', { name })}
      who={(isOpen) => {
        if (status.is === 'shut') return t(`voice.shut.${status.why}`, { name });
        return t(isOpen ? 'voice.toLead' : 'voice.opensToLead', { name });
      }}
    />
  );
}
