import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuietView } from '#client/live/LiveContext.tsx';
import { phaseNow, shownWindow } from '#client/live/windowScore.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { OpenPanel } from './panels.ts';

type RateWindowProps = { readonly program: Program; readonly openPanel: OpenPanel };

/** After a window: opens its ratings, or voids it. Offered without blocking anything. */
export function RateWindow({ program, openPanel }: RateWindowProps) {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  const window = shownWindow(session);
  if (window === undefined || !window.finished || session.phase === 'closed') return null;
  const { ratings } = phaseNow(session, program);
  const rated = ratings.filter(({ id }) => window.ratings[id] !== undefined).length;
  const isRated = ratings.length > 0 && window.voided === undefined;
  return (
    <Button
      size="compact-sm"
      variant={isRated && rated < ratings.length ? 'light' : 'subtle'}
      title={isRated ? t('window.rated', { rated, count: ratings.length }) : undefined}
      onClick={() => openPanel({ is: 'window', windowId: window.windowId })}
    >
      {isRated ? t('window.rate') : t('window.more')}
    </Button>
  );
}
