import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RECORDED_TRACKS, type RecordedTrack } from '#shared/domain/recording/recordedTracks.ts';
import { type Consent, type Refusal, tracksBeingRecorded } from '#shared/session/recording/recordingState.ts';
import { formatClock } from '#client/ui/formatClock.ts';
import { StatusDot } from '#client/ui/StatusDot.tsx';
import { useQuietView } from './LiveContext.tsx';
import { caregiverName } from './participants.ts';
import styles from './RecordingConsents.module.css';
import { useRecordingWords } from './useRecordingWords.ts';

/** State of the recording and, for each track, who agreed to it, when, how and for what. */
export function RecordingConsents({ hands }: { readonly hands?: (consent: Consent) => ReactNode }) {
  const { t } = useTranslation('recording');
  const { session } = useQuietView();
  const sentence = useRecordingWords();
  return (
    <>
      <p role="status">{sentence}</p>
      <ul className={styles['tracks']} aria-label={t('list')}>
        {RECORDED_TRACKS.map((track) => (
          <Track
            key={track}
            track={track}
            isRecorded={tracksBeingRecorded(session.recording).has(track)}
            hands={hands}
          />
        ))}
      </ul>
    </>
  );
}

type TrackProps = {
  readonly track: RecordedTrack;
  readonly isRecorded: boolean;
  readonly hands: ((consent: Consent) => ReactNode) | undefined;
};

function Track({ track, isRecorded, hands }: TrackProps) {
  const { t, i18n } = useTranslation('recording');
  const { session } = useQuietView();
  const { consents, refusals } = session.recording;
  const isThis = (one: Refusal) => one.track === track && (track !== 'coach-voice' || one.by === session.lead);
  const given = consents.filter(isThis);
  const refused = refusals.filter(isThis);
  const nameOf = ({ saidBy, by }: Refusal) =>
    saidBy === null && by !== 'server' ? (session.participants[by]?.name ?? '') : caregiverName(session, saidBy);
  const said = (one: Refusal) => ({ name: nameOf(one), time: formatClock(one.at, 'up') });
  const list = new Intl.ListFormat(i18n.language);
  return (
    <li className={styles['track']}>
      <span className={styles['name']}>
        <StatusDot tone={isRecorded ? 'good' : 'off'} label={t(`track.${track}`)} />
        {isRecorded && <span className="visually-hidden">{t('isRecorded')}</span>}
      </span>
      {given.map((one) => (
        <span key={one.saidBy} className={styles['said']}>
          {one.saidBy === null ? t('coachGiven', said(one)) : t(`given.${one.how}`, said(one))}{' '}
          {t('purposes', { purposes: list.format(one.purposes.map((purpose) => t(`purpose.${purpose}`))) })}
          {hands?.(one)}
        </span>
      ))}
      {refused.map((one) => (
        <span key={one.saidBy} className={styles['said']}>
          {t('refused', said(one))}
        </span>
      ))}
      {given.length + refused.length === 0 && <span className={styles['said']}>{t('notAsked')}</span>}
    </li>
  );
}
