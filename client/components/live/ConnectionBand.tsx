import { useTranslation } from 'react-i18next';
import { Band } from './Band.tsx';
import { CallButton } from './CallButton.tsx';
import { useQuietView } from './LiveContext.tsx';

/** That the connection is lost, what is kept, and what to do: go on. */
export function ConnectionBand({ onCall }: { readonly onCall?: () => void }) {
  const { t } = useTranslation('console');
  const { connection } = useQuietView();
  if (connection !== 'lost') return null;
  return (
    <Band tone="caution">
      <p role="alert">
        <strong>{t('connection.lostBand')}</strong> {t('connection.lostNext')}
      </p>
      {onCall && <CallButton onCall={onCall} />}
    </Band>
  );
}
