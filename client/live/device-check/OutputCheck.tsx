import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediaDevice } from '#client/media/capture.ts';
import { playTone } from '#client/media/tone.ts';
import { CheckRow } from './CheckRow.tsx';

type Props = {
  readonly present: readonly MediaDevice[];
  readonly outputDeviceId: string | undefined;
  readonly onChoose: (outputDeviceId: string | undefined) => void;
};

/** A tone that most ears hear and most earphones play well. */
const TONE = { hz: 523, ms: 900 };

/** Chooses an output and plays a tone through it. */
export function OutputCheck({ present, outputDeviceId, onChoose }: Props) {
  const { t } = useTranslation('deviceCheck');
  const [stage, setStage] = useState<'untested' | 'playing' | 'asking' | 'heard' | 'not-heard'>('untested');
  const playing = useRef<{ close: () => void }>(undefined);
  useEffect(() => () => playing.current?.close(), []);

  async function play(): Promise<void> {
    setStage('playing');
    const tone = playTone({ ...TONE, sinkId: outputDeviceId });
    playing.current = tone;
    await tone.done;
    setStage('asking');
  }

  const says = {
    untested: 'output.untested',
    playing: 'output.playing',
    asking: 'output.ask',
    heard: 'output.good',
    'not-heard': 'output.help',
  } as const;
  const tone = stage === 'heard' ? 'good' : stage === 'not-heard' ? 'caution' : 'off';

  return (
    <CheckRow tone={tone} says={t(says[stage])}>
      {present.length > 0 && (
        <NativeSelect
          label={t('output.label')}
          value={outputDeviceId ?? ''}
          onChange={(event) => {
            onChoose(event.currentTarget.value === '' ? undefined : event.currentTarget.value);
            setStage('untested');
          }}
          data={[
            { value: '', label: t('output.system') },
            ...present
              .filter(({ id }) => id !== 'default')
              .map(({ id, label }) => ({ value: id, label: label === '' ? t('output.label') : label })),
          ]}
        />
      )}
      <div className="actions">
        <Button size="sm" variant="default" disabled={stage === 'playing'} onClick={() => void play()}>
          {t('output.play')}
        </Button>
        {stage === 'asking' && (
          <>
            <Button size="sm" variant="light" onClick={() => setStage('heard')}>
              {t('output.heard')}
            </Button>
            <Button size="sm" variant="subtle" onClick={() => setStage('not-heard')}>
              {t('output.notHeard')}
            </Button>
          </>
        )}
      </div>
    </CheckRow>
  );
}
