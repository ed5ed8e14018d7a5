import { useTranslation } from 'react-i18next';
import { openStop } from './windowScore.ts';
import { Band } from './Band.tsx';
import { DeviceChoice } from './DeviceChoice.tsx';
import { useLiveParts, useOutputGone, useQuietView } from './LiveContext.tsx';

/** Says that one's own sound output is gone, and offers another without leaving the session. */
export function OutputBand() {
  const { t } = useTranslation('console');
  const { output } = useLiveParts().media;
  const { session, self } = useQuietView();
  const isGone = useOutputGone();
  if (!isGone) return null;
  const stands = self?.participantId === session.lead && openStop(session) !== undefined;
  return (
    <Band tone="caution">
      <p role="alert">
        <strong>{t('output.gone')}</strong> {stands && t('sight.clockStands')} {t('output.goneNext')}
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
