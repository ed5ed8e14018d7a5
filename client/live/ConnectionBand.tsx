import { useTranslation } from 'react-i18next';
import { Band } from './Band.tsx';
import { bandStatement } from './bandStatement.ts';
import { CallButton } from './CallButton.tsx';
import { useQuietView } from './LiveContext.tsx';

/** Says that the connection is lost or the server cannot save, what is kept, and what to do. */
export function ConnectionBand({ onCall }: { readonly onCall?: () => void }) {
  const { t } = useTranslation('console');
  const { connection, trouble, isKept, session, self } = useQuietView();
  const band = bandStatement({ connection, trouble, session, self: self?.participantId });
  return (
    <>
      {band && (
        <Band tone="caution">
          <p role="alert">
            <strong>{t(band.is === 'lost' ? 'connection.lostBand' : 'connection.cannotSave')}</strong>{' '}
            {t(`connection.${band.is}Next`)} {band.codes && t(`connection.codes.${band.codes}`)}
          </p>
          {band.is === 'lost' && onCall && <CallButton onCall={onCall} />}
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
