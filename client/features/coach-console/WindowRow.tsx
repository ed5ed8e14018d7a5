import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuietView } from '#client/components/live/LiveContext.tsx';
import { phaseNow, shownWindow } from '#client/components/live/windowScore.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import type { OpenPanel } from './panels.ts';
import css from './WindowRow.module.css';

type WindowRowProps = { readonly programme: Programme; readonly openPanel: OpenPanel };

/** Once a window is over: the way to its ratings and to what else there is to say of it. */
export function WindowRow({ programme, openPanel }: WindowRowProps) {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  const window = shownWindow(session);
  const { ratings } = phaseNow(session, programme);
  if (window === undefined || !window.finished || session.phase === 'closed') return null;
  const rated = ratings.filter(({ id }) => window.ratings[id] !== undefined).length;
  const isOpen = ratings.length > rated && window.voided === undefined;
  return (
    <div className={css['row']}>
      <Button
        size="compact-sm"
        variant={isOpen ? 'light' : 'subtle'}
        onClick={() => openPanel({ is: 'window', windowId: window.windowId })}
      >
        {ratings.length > 0 && window.voided === undefined ? t('window.rate') : t('window.more')}
      </Button>
      {ratings.length > 0 && <span className="quiet small">{t('window.rated', { rated, count: ratings.length })}</span>}
    </div>
  );
}
