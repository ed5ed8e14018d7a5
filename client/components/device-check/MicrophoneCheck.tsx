import { NativeSelect } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelBar } from '#client/components/LevelBar.tsx';
import { openLevelMeter } from '#client/media/levelMeter.ts';
import type { MediaDevice } from '#client/media/capture.ts';
import type { Capturing } from './captureFor.ts';
import { CheckRow } from './CheckRow.tsx';

type Props = {
  readonly microphone: Capturing | undefined;
  readonly present: readonly MediaDevice[];
  readonly onChoose: (microphoneId: string) => void;
  /** Whether one may go without. */
  readonly isOptional: boolean;
  /** Whether it is to hear a whole room. */
  readonly isOfRoom: boolean;
};

/** A voice near the microphone is louder than this, and a quiet room is not. From 0 to 1. */
const VOICE_LEVEL = 0.35;

/** Which microphone, and that it hears. */
export function MicrophoneCheck({ microphone, present, onChoose, isOptional, isOfRoom }: Props) {
  const { t } = useTranslation('deviceCheck');
  const level = useRef(0);
  const [heardTrack, setHeardTrack] = useState<MediaStreamTrack>();
  const readLevel = useCallback(() => level.current, []);
  const track = microphone?.is === 'working' ? microphone.track : undefined;

  useEffect(() => {
    if (track === undefined) return;
    const meter = openLevelMeter(track, (now) => {
      level.current = now;
      if (now >= VOICE_LEVEL) setHeardTrack(track);
    });
    return () => {
      meter.close();
      level.current = 0;
    };
  }, [track]);

  const isHeard = track !== undefined && track === heardTrack;
  if (microphone?.is === 'refused') {
    return isOptional ? <CheckRow tone="off" says={t('microphone.without')} /> : null;
  }
  return (
    <CheckRow
      tone={isHeard ? 'good' : 'off'}
      says={t(isHeard ? 'microphone.good' : track === undefined ? 'microphone.asking' : 'microphone.silent')}
    >
      <NativeSelect
        label={t('microphone.label')}
        description={isOfRoom ? t('microphone.room') : undefined}
        value={track?.getSettings().deviceId}
        onChange={(event) => onChoose(event.currentTarget.value)}
        data={present.map(({ id, label }) => ({ value: id, label: label === '' ? t('microphone.label') : label }))}
        disabled={present.length === 0}
      />
      <LevelBar read={readLevel} label={t('microphone.level')} />
    </CheckRow>
  );
}
