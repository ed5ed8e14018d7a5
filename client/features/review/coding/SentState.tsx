import { useTranslation } from 'react-i18next';
import { useKeepOpen } from '#client/ui/useKeepOpen.ts';
import type { OutboxView } from './codingOutbox.ts';

/** Whether the codes have reached the server, and what to do if not. */
export function SentState({ outbox, isOver }: { readonly outbox: OutboxView; readonly isOver: boolean }) {
  const { t } = useTranslation('blindCoding');
  const { unsent, isKept, trouble, refused } = outbox;
  useKeepOpen(unsent.length > 0 && !isKept);
  return (
    <div role="status">
      {trouble === 'none' ? null : <p className="caution small">{t(`trouble.${trouble}`)}</p>}
      {refused === 0 ? null : <p className="caution small">{t('refused', { count: refused })}</p>}
      {isKept ? null : <p className="caution small">{t('notKept')}</p>}
      <p className="quiet small">
        {unsent.length === 0 ? t('sent') : t(isKept ? 'waiting' : 'waitingHere', { count: unsent.length })}
      </p>
      {isOver && <p>{t('over')}</p>}
    </div>
  );
}
