import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuietView, useRun } from '#client/live/LiveContext.tsx';
import { ToggleRow } from '#client/live/ToggleRow.tsx';
import { RECORDING_PURPOSES, type RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import { hasConsent } from '#shared/session/recording/recordingState.ts';
import css from './panels.module.css';
import { toggled } from './toggled.ts';

/** A coach agrees to the recording of their own voice, or withdraws that. Rule RCD2. */
export function OwnVoiceConsent() {
  const { t } = useTranslation('recording');
  const { session, self } = useQuietView();
  const run = useRun();
  const [purposes, setPurposes] = useState<readonly RecordingPurpose[]>([]);
  const own = { track: 'coach-voice', saidBy: null } as const;
  const hasAgreed = hasConsent(session.recording, 'coach-voice', self?.participantId);
  return (
    <section className={css['stack']} aria-label={t('own.title')}>
      <div>
        <h3 className="caption">{t('own.title')}</h3>
        <p className="small quiet">{t('own.text')}</p>
      </div>
      {hasAgreed ? (
        <Button variant="default" onClick={() => void run('consent:withdraw', own)}>
          {t('own.withdraw')}
        </Button>
      ) : (
        <>
          <ToggleRow
            label={t('spoken.purposes')}
            options={RECORDING_PURPOSES.map((purpose) => ({ value: purpose, name: t(`purpose.${purpose}`) }))}
            chosen={purposes}
            onToggle={(purpose) => setPurposes(toggled(purposes, purpose))}
          />
          <Button
            variant="default"
            disabled={purposes.length === 0}
            onClick={() => void run('consent:give', { ...own, purposes: [...purposes] })}
          >
            {t('own.give')}
          </Button>
        </>
      )}
    </section>
  );
}
