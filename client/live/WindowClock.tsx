import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { codedMs } from '#shared/domain/codingWindow.ts';
import { gapWords } from '#shared/domain/gapCauses.ts';
import { lostNow } from '#shared/session/sight/gapCauses.ts';
import { formatClock } from '#client/ui/formatClock.ts';
import { clockStatement } from './clockStatement.ts';
import { caregiverName } from './participants.ts';
import { LevelLine } from './LevelLine.tsx';
import { useLiveParts, useQuietView } from './LiveContext.tsx';
import { Ticking } from './Ticking.tsx';
import { useProgram } from './useProgram.ts';
import { lastCodedMoment, phaseNow, remainingMs, shownWindow } from './windowScore.ts';
import styles from './WindowClock.module.css';

/** The window's remaining time or, after it, how long the caregiver has been coached since. */
export function WindowClock() {
  const { t } = useTranslation('console');
  const { live } = useLiveParts();
  const { session, connection, self, cutOffSince } = useQuietView();
  const program = useProgram();
  const phase = program && phaseNow(session, program);
  const window = shownWindow(session);
  const name = caregiverName(session, session.inPlay);
  const isCoaching = session.phase === 'coaching';
  const fullMs = phase?.windowMs ?? 0;
  const clock = clockStatement({ session, connection, self: self?.participantId });
  // While the clock is unknown here, show its last known value.
  const knownAt = clock === 'unknown' ? cutOffSince : undefined;

  const read = useCallback(() => {
    if (!window) return formatClock(fullMs, 'down');
    if (!window.finished) return formatClock(remainingMs(window, knownAt ?? live.now()), 'down');
    if (isCoaching) return formatClock(Math.max(0, live.now() - lastCodedMoment(session)), 'up');
    return formatClock(codedMs(window, live.now()), 'up');
  }, [window, isCoaching, session, live, fullMs, knownAt]);

  const words = () => {
    switch (clock) {
      case 'runs':
        return t('clock.coding', { name });
      case 'stands.gap':
      case 'stands.time-out':
        return t(`clock.${clock}`, { lost: gapWords([lostNow(session)]) });
      case 'unknown':
        return t('clock.unknown');
      case 'paused':
        return window?.pauseReason ? t('clock.pausedWhy', { reason: window.pauseReason }) : t('clock.paused');
      case 'between':
        return t('observation.clock');
      case 'coached':
        return t('clock.coaching', { name });
      case 'over':
        return window && endWords(codedMs(window, 0));
      case 'ready':
        return t('clock.ready');
    }
  };
  const endWords = (coded: number) =>
    coded >= (phase?.assessable.codedMs ?? 0)
      ? t('clock.complete')
      : t('clock.partly', { time: formatClock(coded, 'up') });

  return (
    <section
      className={styles['clock']}
      data-phase={session.phase}
      data-stands={clock.startsWith('stands') || undefined}
      aria-label={t('clock.label')}
    >
      <Ticking className={styles['time']} read={read} />
      <div>
        <p className={styles['words']}>{words()}</p>
        {program && <LevelLine program={program} />}
      </div>
    </section>
  );
}
