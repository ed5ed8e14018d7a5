import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MediaDevice } from '#client/media/capture.ts';
import type { Capturing } from './captureFor.ts';
import { CheckRow } from './CheckRow.tsx';
import { NO_CAMERA } from './rememberedDevices.ts';

type Props = {
  readonly camera: Capturing | undefined;
  readonly present: readonly MediaDevice[];
  readonly onChoose: (cameraId: string) => void;
  /** Whether one may go without. */
  readonly isOptional: boolean;
};

/** Which camera, or none where that is allowed. */
export function CameraCheck({ camera, present, onChoose, isOptional }: Props) {
  const { t } = useTranslation('deviceCheck');
  const cameras = present.map(({ id, label }) => ({ value: id, label: label === '' ? t('camera.label') : label }));
  const none = isOptional ? [{ value: NO_CAMERA, label: t('camera.none') }] : [];
  if (camera?.is === 'refused') return isOptional ? <CheckRow tone="off" says={t('camera.without')} /> : null;
  return (
    <CheckRow
      tone={camera?.is === 'working' ? 'good' : 'off'}
      says={t(camera === undefined ? 'camera.asking' : camera.is === 'working' ? 'camera.good' : 'camera.without')}
    >
      <NativeSelect
        label={t('camera.label')}
        value={camera?.is === 'working' ? camera.track.getSettings().deviceId : NO_CAMERA}
        onChange={(event) => onChoose(event.currentTarget.value)}
        data={[...cameras, ...none]}
        disabled={camera === undefined}
      />
    </CheckRow>
  );
}
