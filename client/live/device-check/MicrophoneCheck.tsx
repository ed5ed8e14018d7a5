import { NativeSelect } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelBar } from '#client/ui/LevelBar.tsx';
import { type LevelMeter, openLevelMeter } from '#client/media/levelMeter.ts';
import type { MediaDevice } from '#client/media/capture.ts';
import { type CapturedDevices, capturedTrack, type CheckedPerson } from './captureFor.ts';
import { CheckRow } from './CheckRow.tsx';
import { microphoneStatement } from './checkStatements.ts';

type Props = {
  readonly who: CheckedPerson;
  readonly devices: Pick<CapturedDevices, 'camera' | 'microphone'> | undefined;
  /** Whether it picks up a whole room and not one voice. */
  readonly isRoom?: boolean;
  readonly present: readonly MediaDevice[];
  /** The requested microphone, until the browser has answered. */
  readonly wantedId: string | undefined;
  readonly onChoose: (microphoneId: string) => void;
};

/** A voice near the microphone is louder than this, and a quiet room is not. From 0 to 1. */
const VOICE_LEVEL = 0.35;

const TONES = { asking: 'off', silent: 'off', good: 'good', muted: 'bad', without: 'off' } as const;

/** Chooses a microphone and shows its level. */
export function MicrophoneCheck({ who, devices, isRoom = false, present, wantedId, onChoose }: Props) {
  const { t } = useTranslation('deviceCheck');
  const meter = useRef<LevelMeter>(undefined);
  const [heardTrack, setHeardTrack] = useState<MediaStreamTrack>();
  const track = capturedTrack(devices?.microphone);
  const readLevel = useCallback(() => {
    const level = meter.current?.level() ?? 0;
    if (level >= VOICE_LEVEL) setHeardTrack(track);
    return level;
  }, [track]);

  useEffect(() => {
    if (track === undefined) return;
    const opened = openLevelMeter(track);
    meter.current = opened;
    return () => {
      opened.close();
      meter.current = undefined;
    };
  }, [track]);

  const says = microphoneStatement(who, devices, track !== undefined && track === heardTrack);
  if (says === undefined) return null;
  if (devices?.microphone.is === 'refused') return <CheckRow tone="off" says={t(`microphone.${says}`)} />;
  return (
    <CheckRow tone={TONES[says]} says={t(`microphone.${says}`)}>
      <NativeSelect
        label={t('microphone.label')}
        description={isRoom ? t('microphone.room') : undefined}
        value={track?.getSettings().deviceId ?? wantedId}
        onChange={(event) => onChoose(event.currentTarget.value)}
        data={present.map(({ id, label }) => ({ value: id, label: label === '' ? t('microphone.label') : label }))}
        disabled={present.length === 0}
      />
      <LevelBar read={readLevel} label={t('microphone.level')} />
    </CheckRow>
  );
}
