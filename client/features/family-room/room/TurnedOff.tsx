import { IconVideoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';
import { useFamilyView, useRunning } from '../FamilyContext.tsx';

/** The family turned off camera and microphone, and can turn them on again. Rule SAF4. */
export function TurnedOff() {
  const { t } = useTranslation('family');
  const { media } = useRunning();
  const { coach } = useFamilyView();
  const [is, setIs] = useState<'idle' | 'trying' | 'failed'>('idle');

  async function turnOn() {
    setIs('trying');
    setIs((await media.captureAgain()) ? 'idle' : 'failed');
  }

  return (
    <Saying
      icon={<IconVideoOff size={48} />}
      title={t('turnedOff.title')}
      text={coach === '' ? t('turnedOff.textNameless') : t('turnedOff.text', { coach })}
    >
      <BigButton look="main" isBusy={is === 'trying'} onPress={() => void turnOn()}>
        {t('turnedOff.turnOn')}
      </BigButton>
      {is === 'failed' ? <p role="alert">{t('turnedOff.failed')}</p> : null}
    </Saying>
  );
}
