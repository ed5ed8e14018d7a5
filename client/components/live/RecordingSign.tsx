import { useTranslation } from 'react-i18next';
import { type RecordingStatus, recordingStatus } from '#shared/session/recording/recordingStatus.ts';
import { useQuietView } from './LiveContext.tsx';
import styles from './RecordingSign.module.css';

type Props = { readonly onOpen: (() => void) | undefined; readonly isOpen: boolean | undefined };

/** What this screen can say: nothing is known of the recording while the server is out of reach. */
type Shown = RecordingStatus | { readonly is: 'unknown' };

/** Whether the session is being recorded, as a dot and words: full while it is, hollow while not, square where it should be. */
export function RecordingSign({ onOpen, isOpen }: Props) {
  const { t } = useTranslation('console');
  const words = useSignWords();
  const { session, connection } = useQuietView();
  const status: Shown = connection === 'lost' ? { is: 'unknown' } : recordingStatus(session);
  const sign = (
    <>
      <span className={styles['dot']} data-look={lookOf(status)} aria-hidden />
      <span className={styles['words']} aria-live="polite">
        {words(status)}
      </span>
    </>
  );
  if (onOpen === undefined) return <span className={styles['sign']}>{sign}</span>;
  return (
    <button
      type="button"
      className={styles['sign']}
      aria-expanded={isOpen}
      aria-keyshortcuts=";"
      aria-label={`${words(status)}. ${t('recording.open')}`}
      onClick={onOpen}
    >
      {sign}
    </button>
  );
}

function useSignWords(): (status: Shown) => string {
  const { t, i18n } = useTranslation('console');
  const list = new Intl.ListFormat(i18n.language);
  return (status) => {
    if (status.is === 'prevented') return t(`recording.prevented.${status.why}`);
    if (status.is !== 'recording') return t(`recording.${status.is}`);
    const named = (tracks: typeof status.tracks) => list.format(tracks.map((track) => t(`recording.track.${track}`)));
    const lost = named(status.lost);
    return t(lost === '' ? 'recording.recording' : 'recording.partly', { tracks: named(status.tracks), lost });
  };
}

function lookOf(status: Shown): 'on' | 'off' | 'amiss' {
  if (status.is === 'recording') return status.lost.length > 0 ? 'amiss' : 'on';
  if (status.is === 'stopping') return 'on';
  return ['interrupted', 'prevented', 'unknown'].includes(status.is) ? 'amiss' : 'off';
}
