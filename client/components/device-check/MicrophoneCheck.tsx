import { NativeSelect } from '@mantine/core';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelBar } from '#client/components/LevelBar.tsx';
import { openLevelMeter } from '#client/media/levelMeter.ts';
import type { MediaDevice } from './mediaDevices.ts';
import type { Capturing } from './captureFor.ts';
import { CheckRow } from './CheckRow.tsx';

type Props = {
  readonly microphone: Capturing | undefined;
  readonly present: readonly MediaDevice[];
  readonly onChoose: (microphoneId: string) => void;
  /** Whether one may go without. */
  readonly isOptional: boolean;
};

/** Which microphone, and that it hears. */
export function MicrophoneCheck({ microphone, present, onChoose, isOptional }: Props) {
  const { t } = useTranslation('deviceCheck');
  const level = useRef(0);
  const readLevel = useCallback(() => level.current, []);
  const track = microphone?.is === 'working' ? microphone.track : undefined;

  useEffect(() => {
    if (track === undefined) return;
    const meter = openLevelMeter(track, (now) => {
      level.current = now;
    });
    return () => {
      meter.close();
      level.current = 0;
    };
  }, [track]);

  if (microphone?.is === 'refused') {
    return isOptional ? <CheckRow tone="off" says={t('microphone.without')} /> : null;
  }
  return (
    <CheckRow
      tone={track === undefined ? 'off' : 'good'}
      says={t(track === undefined ? 'microphone.asking' : 'microphone.good')}
    >
      <NativeSelect
        label={t('microphone.label')}
        value={track?.getSettings().deviceId}
        onChange={(event) => onChoose(event.currentTarget.value)}
        data={present.map(({ id, label }) => ({ value: id, label: label === '' ? t('microphone.label') : label }))}
        disabled={present.length === 0}
      />
      <LevelBar read={readLevel} label={t('microphone.level')} />
    </CheckRow>
  );
}
