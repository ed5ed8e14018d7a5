import { useTranslation } from 'react-i18next';
import { StatusDot } from '#client/ui/StatusDot.tsx';
import { useScene } from '../FamilyContext.tsx';
import { statusStatement } from '../familyStatements.ts';
import { RecordingLine } from '../recording/RecordingLine.tsx';
import css from './StatusLine.module.css';

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
  const state = statusStatement(useScene());
  return (
    <header className={css['line']}>
      <StatusDot tone={TONES[state]} label={t(`connection.${state}`)} />
      <RecordingLine onChange={onRecording} />
    </header>
  );
}
