import { IconDoorExit, IconLifebuoy, IconVideo, IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { useSteadyButtons } from '#client/ui/useSteadyButtons.ts';
import { useFamilyView, useRunning, useStore } from '../FamilyContext.tsx';
import css from './StopButtons.module.css';

/** Always in reach: stop camera and microphone, get help, leave. Each with one press. Rules SAF3, SAF4. */
export function StopButtons({ onHelp }: { readonly onHelp: () => void }) {
  const { t } = useTranslation('family');
  const { live, media } = useRunning();
  const { isOff } = useStore(media);
  const { kind } = useFamilyView();
  // The second tap of a double tap must not turn the camera on again.
  const press = useSteadyButtons(String(isOff));
  return (
    <div className={css['stop']} role="group" aria-label={t('stop.label')}>
      {kind === 'ear' ? null : isOff ? (
        <BigButton look="corner" icon={<IconVideo size={26} />} onPress={() => press(() => void media.captureAgain())}>
          {t('stop.on')}
        </BigButton>
      ) : (
        <BigButton look="corner" icon={<IconVideoOff size={26} />} onPress={media.turnOff}>
          {t('stop.off')}
        </BigButton>
      )}
      <BigButton look="corner" icon={<IconLifebuoy size={26} />} onPress={onHelp}>
        {t('stop.help')}
      </BigButton>
      <BigButton look="corner" icon={<IconDoorExit size={26} />} onPress={live.leave}>
        {t('stop.leave')}
      </BigButton>
    </div>
  );
}
