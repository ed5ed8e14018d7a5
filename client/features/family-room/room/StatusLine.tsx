import { useTranslation } from 'react-i18next';
import { useLiveView } from '../FamilyContext.tsx';
import css from './StatusLine.module.css';

/** Above this loss a voice begins to break, in percent. */
const WEAK_FROM_LOSS_PERCENT = 6;

/** The connection in words, and that nothing is recorded. */
export function StatusLine() {
  const { t } = useTranslation('family');
  const { connection, quality, self } = useLiveView();
  const loss = (self && quality[self.participantId]?.lossPercent) ?? 0;
  const state = connection === 'live' && loss >= WEAK_FROM_LOSS_PERCENT ? 'weak' : connection;
  return (
    <header className={css['line']}>
      <span className={css['connection']} data-state={state}>
        {t(`connection.${state}`)}
      </span>
      <span>{t('notRecorded')}</span>
    </header>
  );
}
