import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOwnVoiceStanding, useQuietView, useVoiceHealth } from '#client/live/LiveContext.tsx';
import { TalkButton } from '#client/live/TalkButton.tsx';
import { useAskEarCheck } from './useAskEarCheck.ts';
import { useWhisperStatusText } from '#client/live/useWhisperStatusText.ts';
import { type WhisperStatus, whisperStatus } from '#client/live/whisperStatus.ts';
import type { OpenPanel } from './panels.ts';

/** The coach's voice: a whisper into one ear while coaching, normal talk before and after. */
export function Whisper({ openPanel }: { readonly openPanel: OpenPanel }) {
  const { t } = useTranslation('console');
  const status = whisperStatus(useQuietView(), useVoiceHealth(), useOwnVoiceStanding());
  const words = useWhisperStatusText();
  const isTalk = status.is === 'open' && status.as === 'talk';
  const ear = status.is === 'open' ? (status.family[0]?.name ?? '') : '';
  return (
    <TalkButton
      status={status.is}
      closedTitle={isTalk ? t('voice.talk') : t('voice.whisper')}
      openTitle={isTalk ? t('voice.speaking') : t('voice.whispering', { name: ear })}
      who={(isOpen) => words(status, isOpen)}
      remedy={<Remedy status={status} openPanel={openPanel} />}
    />
  );
}

function Remedy({ status, openPanel }: { readonly status: WhisperStatus; readonly openPanel: OpenPanel }) {
  const { t } = useTranslation('console');
  const { inPlay } = useQuietView().session;
  const askEarCheck = useAskEarCheck();
  if (status.is === 'open') return null;
  switch (status.why) {
    case 'check-needed':
    case 'check-failed':
      return (
        <>
          <Button variant="light" size="compact-sm" onClick={askEarCheck}>
            {t('people.askCheck')}
          </Button>
          {remedy(t('people.override'), () => openPanel({ is: 'override', device: status.device }))}
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
