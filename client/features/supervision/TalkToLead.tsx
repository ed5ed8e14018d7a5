import { useTranslation } from 'react-i18next';
import { leadDoor } from '#client/live/leadDoor.ts';
import { useOwnVoiceStanding, useQuietView, useVoiceHealth } from '#client/live/LiveContext.tsx';
import { TalkButton } from '#client/live/TalkButton.tsx';
import { useTalkKeys } from './useTalkKeys.ts';

/** A word to the lead coach, whom alone it reaches. */
export function TalkToLead() {
  const { t } = useTranslation('console');
  const door = leadDoor(useQuietView(), useVoiceHealth(), useOwnVoiceStanding());
  const { name } = door;
  useTalkKeys(door.is === 'open');
  return (
    <TalkButton
      door={door.is}
      closedTitle={t('supervision.talk', { name })}
      openTitle={t('supervision.heard', { name })}
      who={(isOpen) => {
        if (door.is === 'shut') return t(`voice.shut.${door.why}`, { name });
        return t(isOpen ? 'voice.toLead' : 'voice.opensToLead', { name });
      }}
    />
  );
}
