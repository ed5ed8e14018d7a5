import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import { useLiveParts, useQuietView } from '#client/live/LiveContext.tsx';
import { SequencePanel } from '#client/live/SequencePanel.tsx';
import { useSequence } from '#client/live/useSequence.ts';
import { shownWindow } from '#client/live/windowScore.ts';
import { Why } from '#client/ui/Why.tsx';
import type { Program } from '#shared/domain/programs/program.ts';
import { gapTitle } from '#shared/domain/gapCauses.ts';
import { windowStanding } from '#shared/domain/windowStanding.ts';
import type { SessionWindow } from '#shared/session/sessionState.ts';
import css from './WatchedWindow.module.css';

/** The lead coach's window, read-only: how reliable it is, and the current step of a command. */
export function WatchedWindow({ program }: { readonly program: Program }) {
  const sequence = useSequence(program);
  const window = shownWindow(useQuietView().session);
  return (
    <>
      {window && <Standing window={window} />}
      {sequence?.isRunning === true && <SequencePanel program={program} sequence={sequence} />}
    </>
  );
}

function Standing({ window }: { readonly window: SessionWindow }) {
  const { t } = useTranslation('console');
  const { live } = useLiveParts();
  const { is, why, gaps, gapMs } = windowStanding(window, live.now());
  if (is === 'sound') return null;
  const cut = { lost: gapTitle(gaps), count: gaps.length, time: formatClock(gapMs, 'up') };
  return (
    <p className={css['standing']} role="status">
      {typeof why === 'object' ? t('mastery.void', why) : t(`window.${is}`, cut)}{' '}
      <Why rule="WIN4" about={t('window.standing')} figures={t('window.cut', cut)} />
    </p>
  );
}
