import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuietView, useRun } from '#client/live/LiveContext.tsx';
import { ToggleRow } from '#client/live/ToggleRow.tsx';
import { RECORDING_PURPOSES, type RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import css from './panels.module.css';
import { toggled } from './toggled.ts';

const FAMILY_TRACKS = ['room-video', 'room-audio'] as const;
type FamilyTrack = (typeof FAMILY_TRACKS)[number];

/** The lead coach records what a family member agreed to aloud. Nothing is preselected. Rule RCD2. */
export function SpokenConsent() {
  const { t } = useTranslation('recording');
  const { caregivers } = useQuietView().session;
  const run = useRun();
  const [who, setWho] = useState<CaregiverId>();
  const [tracks, setTracks] = useState<readonly FamilyTrack[]>([]);
  const [purposes, setPurposes] = useState<readonly RecordingPurpose[]>([]);
  const [only] = caregivers.length === 1 ? caregivers : [];
  const saidBy = who ?? only?.caregiverId;
  const isComplete = saidBy !== undefined && tracks.length > 0 && purposes.length > 0;

  const record = async () => {
    if (saidBy === undefined) return;
    const asked = tracks.map((track) => run('consent:give', { track, saidBy, purposes: [...purposes] }));
    if ((await Promise.all(asked)).includes(undefined)) return;
    setTracks([]);
    setPurposes([]);
  };

  return (
    <section className={css['stack']} aria-label={t('spoken.title')}>
      <div>
        <h3 className="caption">{t('spoken.title')}</h3>
        <p className="small quiet">{t('spoken.text')}</p>
      </div>
      <ToggleRow
        label={t('spoken.who')}
        options={caregivers.map(({ caregiverId, name }) => ({ value: caregiverId, name }))}
        chosen={saidBy === undefined ? [] : [saidBy]}
        onToggle={setWho}
      />
      <ToggleRow
        label={t('spoken.what')}
        options={FAMILY_TRACKS.map((track) => ({ value: track, name: t(`spoken.track.${track}`) }))}
        chosen={tracks}
        onToggle={(track) => setTracks(toggled(tracks, track))}
      />
      <ToggleRow
        label={t('spoken.purposes')}
        options={RECORDING_PURPOSES.map((purpose) => ({ value: purpose, name: t(`purpose.${purpose}`) }))}
        chosen={purposes}
        onToggle={(purpose) => setPurposes(toggled(purposes, purpose))}
      />
      <Button disabled={!isComplete} onClick={() => void record()}>
        {t('spoken.go')}
      </Button>
    </section>
  );
}
