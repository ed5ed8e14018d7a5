import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallClinic } from '#client/frame/CallClinic.tsx';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { useFamilyView, useRunning } from '../FamilyContext.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';

/** For a wearer who hears nothing: the usual fixes, in the order to try them. */
export function EarHelp({ onTone, onBack }: { readonly onTone: () => void; readonly onBack: () => void }) {
  const { t } = useTranslation('family');
  const { voice } = useRunning();
  const { coach, isAdmitted, phase } = useFamilyView();
  const [isRestarted, setIsRestarted] = useState(false);

  function restart() {
    voice.restart();
    setIsRestarted(true);
  }

  return (
    <Saying title={t('ear.help.title')}>
      <ul className="bulleted">
        <li>{t('ear.help.volume')}</li>
        <li>{t('ear.help.plug')}</li>
        <li>{t('ear.help.silent')}</li>
        <li>{t('ear.help.quiet', { coach })}</li>
      </ul>
      <BigButton look="main" onPress={restart}>
        {isRestarted ? t('ear.help.restarted') : t('ear.help.restart')}
      </BigButton>
      {isAdmitted && phase !== 'coding' ? <BigButton onPress={onTone}>{t('ear.help.tone')}</BigButton> : null}
      <BigButton look="quiet" onPress={onBack}>
        {t('ear.help.back')}
      </BigButton>
      <CallClinic />
    </Saying>
  );
}
