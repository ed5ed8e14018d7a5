import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Band } from './Band.tsx';
import { DeviceChoice } from './DeviceChoice.tsx';
import { useLiveParts } from './LiveContext.tsx';

/** That one's own sound output is gone, for as long as it is, and another to choose without leaving the session. */
export function OutputBand() {
  const { t } = useTranslation('console');
  const { output } = useLiveParts().media;
  const isGone = useSyncExternalStore(output.subscribe, output.getSnapshot);
  if (!isGone) return null;
  return (
    <Band tone="caution">
      <p role="alert">
        <strong>{t('output.gone')}</strong> {t('output.goneNext')}
      </p>
      <DeviceChoice
        label={t('output.choose')}
        unnamed={t('output.unnamed')}
        list={output.list}
        onChoose={output.choose}
      />
    </Band>
  );
}
