import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { gapTitle } from '#shared/domain/gapCauses.ts';
import { phaseName } from '#shared/session/observing.ts';
import { lostNow } from '#shared/session/sight/gapCauses.ts';
import { formatClock } from '#client/ui/formatClock.ts';
import { caregiverName } from './participants.ts';
import { linkStatement } from './linkStatement.ts';
import { useLiveParts, useMediaStanding, useQuietView } from './LiveContext.tsx';
import { RecordingSign } from './RecordingSign.tsx';
import styles from './StatusStrip.module.css';
import { Ticking } from './Ticking.tsx';

type Props = {
  /** Opens the details of the recording and its consents. */
  readonly onRecording?: () => void;
  readonly isRecordingOpen?: boolean;
};

/** The state of a session in one line above the room: always the same items in the same places. */
export function StatusStrip({ onRecording, isRecordingOpen }: Props) {
  const { t } = useTranslation(['console', 'common']);
  const { live } = useLiveParts();
  const { session, connection, self, quality } = useQuietView();
  const readElapsed = useCallback(() => t('elapsed', { time: formatClock(Math.max(0, live.now()), 'up') }), [live, t]);
  const media = useMediaStanding();
  const own = self && quality[self.participantId];
  const link = linkStatement({ connection, media, quality: own, self: self?.participantId, session });
  const words = () => {
    if (link === 'blind') return gapTitle([lostNow(session)]);
    const said = t(`connection.${link}`);
    return link === 'good' || link === 'fair' || link === 'poor' ? t('people.link', { standing: said }) : said;
  };
  const inPlay = caregiverName(session, session.inPlay);
  const plays = inPlay && session.phase !== 'waiting' && session.phase !== 'preparing' && t('plays', { name: inPlay });
  const family = t('family', { name: session.familyName });
  return (
    <header className={styles['strip']}>
      <h1 className={styles['phase']} data-phase={session.phase}>
        {t(`common:phase.${phaseName(session)}`)}
      </h1>
      <span className={styles['inPlay']} title={plays || undefined}>
        {plays}
      </span>
      <span className={styles['family']} title={family}>
        {family}
      </span>
      <Ticking className={styles['elapsed']} read={readElapsed} />
      <span className={styles['connection']} data-standing={lookOf(link)}>
        <span className={styles['dot']} aria-hidden />
        <span className={styles['said']}>{words()}</span>
      </span>
      <span className={styles['space']} />
      <RecordingSign onOpen={onRecording} isOpen={isRecordingOpen} />
    </header>
  );
}

/** The sign beside the text. Everything that is unmeasured or not there yet looks alike. */
function lookOf(link: ReturnType<typeof linkStatement>): 'good' | 'fair' | 'poor' | 'unknown' | 'lost' {
  switch (link) {
    case 'good':
    case 'fair':
    case 'poor':
      return link;
    case 'media.idle':
    case 'media.starting':
    case 'media.connected':
      return 'unknown';
    default:
      return 'lost';
  }
}
