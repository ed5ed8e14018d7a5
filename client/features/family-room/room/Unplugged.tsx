import { IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallClinic } from '#client/components/CallClinic.tsx';
import { BigButton } from '#client/components/calm/BigButton.tsx';
import { useRunning, useStore } from '../FamilyContext.tsx';
import { Saying } from '#client/components/calm/Saying.tsx';

/** Something that was captured stopped by itself: say it and why, and offer to try again or to take another. */
export function Unplugged({ what }: { readonly what: 'camera' | 'microphone' }) {
  const { t } = useTranslation('family');
  const { media } = useRunning();
  const { stoppedWhy = 'ended', others } = useStore(media);
  const [is, setIs] = useState<'idle' | 'trying' | 'failed'>('idle');
  const isMuted = stoppedWhy === 'muted';

  async function again(deviceId?: string) {
    setIs('trying');
    const works = await media.captureAgain(deviceId === undefined ? undefined : { source: what, deviceId });
    setIs(works ? 'idle' : 'failed');
  }

  return (
    <Saying
      icon={<IconPlugConnectedX size={48} />}
      title={isMuted ? t(`unplugged.${what}.muted`) : t(`unplugged.${what}.title`)}
      text={is === 'failed' && stoppedWhy !== 'denied' ? t('unplugged.stillNot') : t(`unplugged.why.${stoppedWhy}`)}
    >
      {!isMuted && (
        <BigButton look="main" isBusy={is === 'trying'} onPress={() => void again()}>
          {is === 'trying' ? t('unplugged.trying') : t('unplugged.action')}
        </BigButton>
      )}
      {others.length > 0 && (
        <>
          <p>{t('unplugged.choose')}</p>
          {others.map(({ id, label }) => (
            <BigButton key={id} isBusy={is === 'trying'} onPress={() => void again(id)}>
              {label === '' ? t('unplugged.unnamed') : label}
            </BigButton>
          ))}
        </>
      )}
      <CallClinic />
    </Saying>
  );
}
