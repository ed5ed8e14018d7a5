import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoiceHealth } from '#client/media/voiceHealth.ts';
import { DeviceChoice } from './DeviceChoice.tsx';
import { useLiveParts } from './LiveContext.tsx';
import styles from './TalkButton.module.css';

/** The problem with one's own microphone, and a choice of another without leaving the session. */
export function MicrophoneTrouble({ health }: { readonly health: VoiceHealth }) {
  const { t } = useTranslation('console');
  if (health === 'sound') return null;
  return (
    <div className={styles['trouble']}>
      <p role="alert">{t(`voice.trouble.${health}`)}</p>
      <MicrophoneChoice />
    </div>
  );
}

function MicrophoneChoice() {
  const { t } = useTranslation('console');
  const { ownVoice } = useLiveParts().media;
  const [hasFailed, setHasFailed] = useState(false);
  return (
    <DeviceChoice
      label={t('voice.choose')}
      unnamed={t('voice.unnamed')}
      error={hasFailed ? t('voice.chooseFailed') : undefined}
      list={ownVoice.microphones}
      onChoose={(id) => void ownVoice.choose(id).then((works) => setHasFailed(!works))}
    />
  );
}
