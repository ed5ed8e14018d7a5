import { useTranslation } from 'react-i18next';
import { Band } from './Band.tsx';
import { CallButton } from './CallButton.tsx';
import { useQuietView } from './LiveContext.tsx';

/** That the connection is lost or the server cannot save, what is kept, and what to do: go on, or call the parent. */
export function ConnectionBand({ onCall }: { readonly onCall?: () => void }) {
  const { t } = useTranslation('console');
  const { connection, trouble, isKept } = useQuietView();
  const what = trouble === 'cannot-save' ? 'cannotSave' : connection === 'lost' ? 'lost' : undefined;
  return (
    <>
      {what && (
        <Band tone="caution">
          <p role="alert">
            <strong>{t(what === 'lost' ? 'connection.lostBand' : 'connection.cannotSave')}</strong>{' '}
            {t(`connection.${what}Next`)}
          </p>
          {what === 'lost' && onCall && <CallButton onCall={onCall} />}
        </Band>
      )}
      {!isKept && (
        <Band tone="caution">
          <p role="alert">
            <strong>{t('connection.notKept')}</strong> {t('connection.notKeptNext')}
          </p>
        </Band>
      )}
    </>
  );
}
