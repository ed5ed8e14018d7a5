import { NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediaDevice } from '#client/media/capture.ts';
import type { VoiceHealth } from '#client/media/voiceHealth.ts';
import { useLiveParts } from './LiveContext.tsx';
import styles from './TalkButton.module.css';

/** What is the matter with one's own microphone, and another to choose, without leaving the session. */
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
  const [present, setPresent] = useState<readonly MediaDevice[]>([]);
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    let isOver = false;
    const look = () => {
      ownVoice.microphones().then(
        (found) => !isOver && setPresent(found),
        () => undefined, // a browser that lists nothing leaves the list as it is
      );
    };
    look();
    const looking = setInterval(look, LOOK_EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(looking);
    };
  }, [ownVoice]);

  async function choose(id: string) {
    if (id !== '') setHasFailed(!(await ownVoice.choose(id)));
  }

  return (
    <NativeSelect
      size="xs"
      aria-label={t('voice.choose')}
      error={hasFailed && t('voice.chooseFailed')}
      value=""
      onChange={({ currentTarget }) => void choose(currentTarget.value)}
    >
      <option value="">{t('voice.choose')}</option>
      {present.map(({ id, label }) => (
        <option key={id} value={id}>
          {label || t('voice.unnamed')}
        </option>
      ))}
    </NativeSelect>
  );
}

/** How often plugged-in microphones are looked for while one is needed, in ms. */
const LOOK_EVERY_MS = 1_500;
