import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/components/formatClock.ts';
import { useLiveParts, useQuietView, useRun } from '#client/components/live/LiveContext.tsx';
import { phaseNow, shownWindow } from '#client/components/live/windowScore.ts';
import { Why } from '#client/components/Why.tsx';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { windowStanding } from '#shared/domain/windowStanding.ts';
import { WindowId } from '#shared/protocol/ids.ts';
import type { OpenPanel } from './panels.ts';
import css from './WindowRow.module.css';

type WindowRowProps = { readonly programme: Programme; readonly openPanel: OpenPanel };

/** How far a window can be trusted, with the offer to code again; and once it is over, the way to its ratings. */
export function WindowRow({ programme, openPanel }: WindowRowProps) {
  const { t } = useTranslation('console');
  const { live } = useLiveParts();
  const { session } = useQuietView();
  const run = useRun();
  const window = shownWindow(session);
  if (window === undefined || session.phase === 'closed') return null;

  const { ratings } = phaseNow(session, programme);
  const { is, why, gaps, gapMs } = windowStanding(window, live.now());
  const rated = ratings.filter(({ id }) => window.ratings[id] !== undefined).length;
  const isRated = ratings.length > 0 && is !== 'void';
  const cut = { count: gaps, time: formatClock(gapMs, 'up') };
  const again = () => {
    const { kind, caregiverId } = window;
    void run('coding:start', { windowId: WindowId.parse(crypto.randomUUID()), kind, caregiverId });
  };

  return (
    <div className={css['row']}>
      {is !== 'sound' && (
        <p className={css['standing']} role="status">
          {typeof why === 'object' ? t('mastery.void', why) : t(`window.${is}`, cut)}
          <Why rule="WIN4" about={t('window.standing')} figures={t('window.cut', cut)} />
        </p>
      )}
      {is === 'void' && window.finished && (
        <Button size="compact-sm" onClick={again}>
          {t('window.again')}
        </Button>
      )}
      {window.finished && (
        <Button
          size="compact-sm"
          variant={isRated && rated < ratings.length ? 'light' : 'subtle'}
          onClick={() => openPanel({ is: 'window', windowId: window.windowId })}
        >
          {isRated ? t('window.rate') : t('window.more')}
        </Button>
      )}
      {window.finished && isRated && (
        <span className="quiet small">{t('window.rated', { rated, count: ratings.length })}</span>
      )}
    </div>
  );
}
