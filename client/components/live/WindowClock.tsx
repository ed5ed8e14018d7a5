import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ASSESSABLE_MS, codedMs } from '#shared/domain/codingWindow.ts';
import { formatClock } from '../formatClock.ts';
import { caregiverName } from './participants.ts';
import { useLiveParts, useQuietView } from './LiveContext.tsx';
import { Ticking } from './Ticking.tsx';
import { lastCodedMoment, remainingMs, shownWindow } from './windowScore.ts';
import styles from './WindowClock.module.css';

/** The five minutes, counting down; once they are over, how long the caregiver has been coached since. */
export function WindowClock() {
  const { t } = useTranslation('console');
  const { live } = useLiveParts();
  const { session } = useQuietView();
  const window = shownWindow(session);
  const name = caregiverName(session, session.inPlay);
  const isCoaching = session.phase === 'coaching';

  const read = useCallback(() => {
    if (!window) return formatClock(ASSESSABLE_MS, 'down');
    if (!window.finished) return formatClock(remainingMs(window, live.now()), 'down');
    if (isCoaching) return formatClock(Math.max(0, live.now() - lastCodedMoment(session)), 'up');
    return formatClock(codedMs(window, live.now()), 'up');
  }, [window, isCoaching, session, live]);

  const words = () => {
    switch (session.phase) {
      case 'coding':
        return t('clock.coding', { name });
      case 'coding-paused':
        return window?.pauseReason ? t('clock.pausedWhy', { reason: window.pauseReason }) : t('clock.paused');
      case 'coaching':
        return t('clock.coaching', { name });
      default:
        return window ? endWords(codedMs(window, 0)) : t('clock.ready');
    }
  };
  const endWords = (coded: number) =>
    coded >= ASSESSABLE_MS ? t('clock.complete') : t('clock.partly', { time: formatClock(coded, 'up') });

  return (
    <section className={styles['clock']} data-phase={session.phase} aria-label={t('clock.label')}>
      <Ticking className={styles['time']} read={read} />
      <p className={styles['words']}>{words()}</p>
    </section>
  );
}
