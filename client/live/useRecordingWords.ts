import { useTranslation } from 'react-i18next';
import type { RecordedTrack } from '#shared/domain/recording/recordedTracks.ts';
import { useQuietView } from './LiveContext.tsx';
import { recordingStatement } from './recordingStatement.ts';

/** State of the recording, in a sentence for staff. Rule RCD3. */
export function useRecordingWords(): string {
  const { t, i18n } = useTranslation('recording');
  const view = useQuietView();
  const { self } = view;
  const status = recordingStatement(view);
  const list = new Intl.ListFormat(i18n.language);
  const named = (tracks: readonly RecordedTrack[]) =>
    list.format(tracks.map((track) => t(`track.${track}`).toLocaleLowerCase(i18n.language)));
  switch (status.is) {
    case 'recording': {
      const tracks = named(status.tracks);
      if (status.lost.length === 0) return t('now.recording', { tracks });
      return t('now.partly', { tracks, lost: named(status.lost) });
    }
    case 'prevented':
      return t(`now.prevented.${status.why}`);
    case 'held':
      return self?.part === 'lead' ? t('now.held') : t('now.heldByLead');
    default:
      return t(`now.${status.is}`);
  }
}
