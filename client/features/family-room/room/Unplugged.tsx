import { IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton } from '#client/components/calm/BigButton.tsx';
import { useRunning } from '../FamilyContext.tsx';
import { Saying } from '#client/components/calm/Saying.tsx';

/** Something that was captured stopped by itself: say it, and offer to try again. */
export function Unplugged({ what }: { readonly what: 'camera' | 'microphone' }) {
  const { t } = useTranslation('family');
  const { media } = useRunning();
  const [is, setIs] = useState<'idle' | 'trying' | 'failed'>('idle');

  async function again() {
    setIs('trying');
    setIs((await media.captureAgain()) ? 'idle' : 'failed');
  }

  return (
    <Saying
      icon={<IconPlugConnectedX size={48} />}
      title={t(`unplugged.${what}.title`)}
      text={is === 'failed' ? t('unplugged.stillNot') : t(`unplugged.${what}.text`)}
    >
      <BigButton look="main" isBusy={is === 'trying'} onPress={() => void again()}>
        {is === 'trying' ? t('unplugged.trying') : t('unplugged.action')}
      </BigButton>
    </Saying>
  );
}
