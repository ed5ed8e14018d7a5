import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MediaDevice } from '#client/media/capture.ts';
import { capturedTrack, type Capturing } from './captureFor.ts';
import { CheckRow } from './CheckRow.tsx';
import type { cameraStatement } from './checkStatements.ts';
import { NO_CAMERA } from './rememberedDevices.ts';

type Props = {
  readonly camera: Capturing | undefined;
  readonly says: NonNullable<ReturnType<typeof cameraStatement>>;
  readonly present: readonly MediaDevice[];
  /** The requested camera, until the browser has answered. */
  readonly wantedId: string | undefined;
  readonly onChoose: (cameraId: string) => void;
  /** Whether a person may join without one. */
  readonly isOptional?: boolean;
};

const TONES = { asking: 'off', good: 'good', muted: 'bad', without: 'off' } as const;

/** Chooses a camera, or none if allowed. */
export function CameraCheck({ camera, says, present, wantedId, onChoose, isOptional = false }: Props) {
  const { t } = useTranslation('deviceCheck');
  const cameras = present.map(({ id, label }) => ({ value: id, label: label === '' ? t('camera.label') : label }));
  const none = isOptional ? [{ value: NO_CAMERA, label: t('camera.none') }] : [];
  if (camera?.is === 'refused') return <CheckRow tone="off" says={t(`camera.${says}`)} />;
  const answered = capturedTrack(camera)?.getSettings().deviceId ?? NO_CAMERA;
  return (
    <CheckRow tone={TONES[says]} says={t(`camera.${says}`)}>
      <NativeSelect
        label={t('camera.label')}
        value={camera === undefined ? wantedId : answered}
        onChange={(event) => onChoose(event.currentTarget.value)}
        data={[...cameras, ...none]}
        disabled={present.length === 0 && camera === undefined}
      />
    </CheckRow>
  );
}
