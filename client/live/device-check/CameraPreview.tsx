import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { capturedTrack, type Capturing } from './captureFor.ts';
import css from './DeviceCheck.module.css';

type Props = {
  readonly camera: Capturing | undefined;
  /** People expect their own face mirrored, but not a room. */
  readonly mirrored: boolean;
};

/** The camera's picture, or why there is none. */
export function CameraPreview({ camera, mirrored }: Props) {
  const { t } = useTranslation('deviceCheck');
  const video = useRef<HTMLVideoElement>(null);
  const track = camera?.is === 'muted' ? undefined : capturedTrack(camera);

  useEffect(() => {
    if (video.current === null || track === undefined) return;
    video.current.srcObject = new MediaStream([track]);
  }, [track]);

  return (
    <div className={css['preview']}>
      {track === undefined ? (
        <p>{t(camera === undefined ? 'camera.asking' : 'camera.off')}</p>
      ) : (
        <video ref={video} autoPlay muted playsInline data-mirrored={mirrored} aria-label={t('camera.preview')} />
      )}
    </div>
  );
}
