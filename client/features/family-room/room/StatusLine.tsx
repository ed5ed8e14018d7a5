import { useTranslation } from 'react-i18next';
import { StatusDot } from '#client/components/StatusDot.tsx';
import { useLiveView, useRunning, useStore } from '../FamilyContext.tsx';
import { RecordingLine } from '../recording/RecordingLine.tsx';
import css from './StatusLine.module.css';

/** Above this loss a voice begins to break, in percent. */
const WEAK_FROM_LOSS_PERCENT = 6;

const TONES = {
  connecting: 'off',
  idle: 'off',
  starting: 'off',
  connected: 'good',
  weak: 'caution',
  mending: 'caution',
  lost: 'off',
  over: 'off',
} as const;

/** The connection in words, and whether the family is being recorded. */
export function StatusLine({ onRecording }: { readonly onRecording: (() => void) | undefined }) {
  const { t } = useTranslation('family');
  const { connection, quality, self } = useLiveView();
  const loss = (self && quality[self.participantId]?.lossPercent) ?? 0;
  const { standing } = useStore(useRunning().media);
  const live = standing === 'connected' && loss >= WEAK_FROM_LOSS_PERCENT ? 'weak' : standing;
  const state = connection === 'live' ? live : connection;
  return (
    <header className={css['line']}>
      <StatusDot tone={TONES[state]} label={t(`connection.${state}`)} />
      <RecordingLine onChange={onRecording} />
    </header>
  );
}
