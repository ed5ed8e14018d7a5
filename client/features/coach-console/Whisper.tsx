import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOwnVoiceStanding, useQuietView, useVoiceHealth } from '#client/live/LiveContext.tsx';
import { TalkButton } from '#client/live/TalkButton.tsx';
import { useDoorWords } from '#client/live/useDoorWords.ts';
import { type WhisperDoor, whisperDoor } from '#client/live/whisperDoor.ts';
import { useAskEarCheck } from './useAskEarCheck.ts';
import type { OpenPanel } from './panels.ts';

/** The coach's voice: a whisper into one ear while coaching, ordinary talk before and after. */
export function Whisper({ openPanel }: { readonly openPanel: OpenPanel }) {
  const { t } = useTranslation('console');
  const door = whisperDoor(useQuietView(), useVoiceHealth(), useOwnVoiceStanding());
  const words = useDoorWords();
  const isTalk = door.is === 'open' && door.as === 'talk';
  const ear = door.is === 'open' ? (door.family[0]?.name ?? '') : '';
  return (
    <TalkButton
      door={door.is}
      closedTitle={isTalk ? t('voice.talk') : t('voice.whisper')}
      openTitle={isTalk ? t('voice.speaking') : t('voice.whispering', { name: ear })}
      who={(isOpen) => words(door, isOpen)}
      remedy={<Remedy door={door} openPanel={openPanel} />}
    />
  );
}

function Remedy({ door, openPanel }: { readonly door: WhisperDoor; readonly openPanel: OpenPanel }) {
  const { t } = useTranslation('console');
  const { inPlay } = useQuietView().session;
  const askEarCheck = useAskEarCheck();
  if (door.is === 'open') return null;
  switch (door.why) {
    case 'check-needed':
    case 'check-failed':
      return (
        <>
          <Button variant="light" size="compact-sm" onClick={askEarCheck}>
            {t('people.askCheck')}
          </Button>
          {remedy(t('people.override'), () => openPanel({ is: 'override', device: door.device }))}
        </>
      );
    case 'on-someone-else':
    case 'nobody-wears':
      return remedy(t('voice.fix.wearer'), () => openPanel({ is: 'people' }));
    case 'no-earphones':
      return inPlay && remedy(t('voice.fix.pair'), () => openPanel({ is: 'pair', caregiverId: inPlay }));
    default:
      return null;
  }
}

function remedy(words: string, act: () => void) {
  return (
    <Button variant="subtle" size="compact-sm" onClick={act}>
      {words}
    </Button>
  );
}
