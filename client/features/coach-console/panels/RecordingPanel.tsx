import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuietView, useRun } from '#client/live/LiveContext.tsx';
import { RecordingConsents } from '#client/live/RecordingConsents.tsx';
import type { Consent } from '#shared/session/recording/recordingState.ts';
import { OwnVoiceConsent } from './OwnVoiceConsent.tsx';
import css from './panels.module.css';
import { SpokenConsent } from './SpokenConsent.tsx';

/** Who agreed to which part of the recording, and what the lead coach can do about it. Rules RCD2, RCD3. */
export function RecordingPanel() {
  const { t } = useTranslation('recording');
  const { recording } = useQuietView().session;
  const run = useRun();
  const mayHold = recording.held || recording.consents.length > 0;
  return (
    <>
      <RecordingConsents hands={(consent) => <Withdraw consent={consent} />} />
      {mayHold && (
        <div className={css['stack']}>
          <Button
            variant="default"
            onClick={() => void run(recording.held ? 'recording:release' : 'recording:hold', {})}
          >
            {recording.held ? t('release') : t('hold')}
          </Button>
        </div>
      )}
      <SpokenConsent />
      <OwnVoiceConsent />
    </>
  );
}

/** Withdraws in the name of the family member who agreed. Coaches withdraw their own consent below. */
function Withdraw({ consent: { track, saidBy } }: { readonly consent: Consent }) {
  const { t } = useTranslation('recording');
  const run = useRun();
  if (saidBy === null) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t('withdrawTrack', { track: t(`track.${track}`) })}
      onClick={() => void run('consent:withdraw', { track, saidBy })}
    >
      {t('withdraw')}
    </Button>
  );
}
