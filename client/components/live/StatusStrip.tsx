import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { standingOf } from './connectionWords.ts';
import { formatClock } from '../formatClock.ts';
import { caregiverName } from './participants.ts';
import { useLiveParts, useQuietView } from './LiveContext.tsx';
import { RecordingSign } from './RecordingSign.tsx';
import styles from './StatusStrip.module.css';
import { Ticking } from './Ticking.tsx';

type Props = {
  /** Where more of the recording can be seen, and by whom it was agreed to. */
  readonly onRecording?: () => void;
  readonly isRecordingOpen?: boolean;
};

/** What a session is doing, in one line over the top of the room: always the same things in the same places. */
export function StatusStrip({ onRecording, isRecordingOpen }: Props) {
  const { t } = useTranslation(['console', 'common']);
  const { live } = useLiveParts();
  const { session, connection, self, quality } = useQuietView();
  const readElapsed = useCallback(() => t('elapsed', { time: formatClock(Math.max(0, live.now()), 'up') }), [live, t]);
  const own = self && quality[self.participantId];
  const standing = connection === 'live' ? standingOf(own) : undefined;
  const said = standing && standing !== 'unknown' ? t(`connection.${standing}`) : undefined;
  const inPlay = caregiverName(session, session.inPlay);
  return (
    <header className={styles['strip']}>
      <h1 className={styles['phase']} data-phase={session.phase}>
        {t(`common:phase.${session.phase}`)}
      </h1>
      <span className={styles['inPlay']}>
        {inPlay && session.phase !== 'waiting' && session.phase !== 'preparing' && t('plays', { name: inPlay })}
      </span>
      <span className={styles['family']}>{t('family', { name: session.familyName })}</span>
      <span className={styles['space']} />
      <Ticking className={styles['elapsed']} read={readElapsed} />
      <span className={styles['connection']} data-standing={standing ?? 'lost'}>
        <span className={styles['dot']} aria-hidden />
        <span className={styles['said']}>
          {said ? t('people.link', { standing: said }) : t(`connection.${connection}`)}
        </span>
      </span>
      <RecordingSign onOpen={onRecording} isOpen={isRecordingOpen} />
    </header>
  );
}
