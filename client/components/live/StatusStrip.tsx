import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { phaseName } from '#shared/session/observing.ts';
import { standingOf } from './connectionWords.ts';
import { formatClock } from '../formatClock.ts';
import { caregiverName } from './participants.ts';
import { useLiveParts, useMediaStanding, useQuietView } from './LiveContext.tsx';
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
  const media = useMediaStanding();
  const own = self && quality[self.participantId];
  const isConnected = connection === 'live' && media === 'connected';
  const standing = isConnected ? standingOf(own) : undefined;
  const said = standing && standing !== 'unknown' ? t(`connection.${standing}`) : undefined;
  const otherwise = connection === 'live' ? t(`connection.media.${media}`) : t(`connection.${connection}`);
  const inPlay = caregiverName(session, session.inPlay);
  return (
    <header className={styles['strip']}>
      <h1 className={styles['phase']} data-phase={session.phase}>
        {t(`common:phase.${phaseName(session)}`)}
      </h1>
      <span className={styles['inPlay']}>
        {inPlay && session.phase !== 'waiting' && session.phase !== 'preparing' && t('plays', { name: inPlay })}
      </span>
      <span className={styles['family']}>{t('family', { name: session.familyName })}</span>
      <span className={styles['space']} />
      <Ticking className={styles['elapsed']} read={readElapsed} />
      <span
        className={styles['connection']}
        data-standing={standing ?? (connection === 'live' && media !== 'mending' ? 'unknown' : 'lost')}
      >
        <span className={styles['dot']} aria-hidden />
        <span className={styles['said']}>{said ? t('people.link', { standing: said }) : otherwise}</span>
      </span>
      <RecordingSign onOpen={onRecording} isOpen={isRecordingOpen} />
    </header>
  );
}
