import { IconAlertTriangleFilled, IconVideoFilled, IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKeyLabel } from './keys/keySettings.ts';
import { useQuietView } from './LiveContext.tsx';
import { recordingStatement, type RecordingStatement } from './recordingStatement.ts';
import styles from './RecordingSign.module.css';

const SIGNS = { on: IconVideoFilled, off: IconVideoOff, amiss: IconAlertTriangleFilled } as const;

type Props = { readonly onOpen: (() => void) | undefined; readonly isOpen: boolean | undefined };

/** Whether the session is being recorded: a filled camera, a crossed-out one, or a warning if it should be. */
export function RecordingSign({ onOpen, isOpen }: Props) {
  const { t } = useTranslation('console');
  const words = useSignWords();
  const keyOf = useKeyLabel();
  const status = recordingStatement(useQuietView());
  const look = lookOf(status);
  const Sign = SIGNS[look];
  const sign = (
    <>
      <Sign className={styles['camera']} data-look={look} size={18} stroke={1.75} aria-hidden />
      <span className={styles['words']} title={words(status)} aria-live="polite">
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
      aria-keyshortcuts={keyOf(';')}
      aria-label={`${words(status)}. ${t('recording.open')}`}
      onClick={onOpen}
    >
      {sign}
    </button>
  );
}

function useSignWords(): (status: RecordingStatement) => string {
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

function lookOf(status: RecordingStatement): 'on' | 'off' | 'amiss' {
  if (status.is === 'recording') return status.lost.length > 0 ? 'amiss' : 'on';
  if (status.is === 'stopping') return 'on';
  return ['interrupted', 'prevented', 'unknown'].includes(status.is) ? 'amiss' : 'off';
}
