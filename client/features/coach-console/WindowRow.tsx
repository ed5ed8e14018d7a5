import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import { useLiveParts, useQuietView, useRun } from '#client/live/LiveContext.tsx';
import { shownWindow } from '#client/live/windowScore.ts';
import { Why } from '#client/ui/Why.tsx';
import { gapTitle } from '#shared/domain/gapCauses.ts';
import { windowStanding } from '#shared/domain/windowStanding.ts';
import { WindowId } from '#shared/protocol/ids.ts';
import css from './WindowRow.module.css';

/** How reliable a window is if it is not fully reliable, with the option to code again. Rule WIN4. */
export function WindowRow() {
  const { t } = useTranslation('console');
  const { live } = useLiveParts();
  const { session } = useQuietView();
  const run = useRun();
  const window = shownWindow(session);
  if (window === undefined || session.phase === 'closed') return null;

  const { is, why, gaps, gapMs } = windowStanding(window, live.now());
  const cut = { lost: gapTitle(gaps), count: gaps.length, time: formatClock(gapMs, 'up') };
  const again = () => {
    const { kind, caregiverId } = window;
    void run('coding:start', { windowId: WindowId.parse(crypto.randomUUID()), kind, caregiverId });
  };

  if (is === 'sound') return null;
  return (
    <div className={css['row']}>
      <p className={css['standing']} role="status">
        {typeof why === 'object' ? t('mastery.void', why) : t(`window.${is}`, cut)}
        <Why rule="WIN4" about={t('window.standing')} figures={t('window.cut', cut)} />
      </p>
      {is === 'void' && window.finished && (
        <Button size="compact-sm" onClick={again}>
          {t('window.again')}
        </Button>
      )}
    </div>
  );
}
