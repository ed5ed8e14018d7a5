import '@mantine/core/styles/Input.layer.css';
import { Button } from '@mantine/core';
import { type SubmitEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraCheck } from './CameraCheck.tsx';
import { CameraPreview } from './CameraPreview.tsx';
import { capturedTrack, type Capturing, type CheckedPerson } from './captureFor.ts';
import { cameraStatement, joinStatement, mayJoin, refusalsOf, sentOf } from './checkStatements.ts';
import css from './DeviceCheck.module.css';
import { MicrophoneCheck } from './MicrophoneCheck.tsx';
import { NetworkCheck } from './NetworkCheck.tsx';
import type { RunningCheck } from './openCheck.ts';
import { OutputCheck } from './OutputCheck.tsx';
import { RefusalHelp } from './RefusalHelp.tsx';
import { useDeviceCheck } from './useDeviceCheck.ts';

/** The devices somebody joins with. The receiver stops the tracks. */
export type ReadyDevices = {
  readonly camera: MediaStreamTrack | undefined;
  readonly microphone: MediaStreamTrack | undefined;
  readonly outputDeviceId: string | undefined;
};

export type OpenCheck = (captured: {
  readonly camera: MediaStreamTrack | undefined;
  readonly microphone: MediaStreamTrack | undefined;
}) => RunningCheck;

type Props = {
  readonly who: CheckedPerson;
  readonly openCheck: OpenCheck;
  readonly onReady: (devices: ReadyDevices) => void;
};

/** Camera, microphone, sound and connection before joining. Enter joins as soon as that is possible. */
export function DeviceCheck({ who, openCheck, onReady }: Props) {
  const { t } = useTranslation('deviceCheck');
  const { chosen, captured, present, choose, retry, handOn } = useDeviceCheck(who);
  // A muted device returns nothing, however good the connection is.
  const camera = workingTrack(captured?.camera);
  const microphone = workingTrack(captured?.microphone);
  const isCaptured = captured !== undefined;
  const begin = useMemo(
    () => (isCaptured ? () => openCheck({ camera, microphone }) : undefined),
    [isCaptured, openCheck, camera, microphone],
  );
  const isReady = mayJoin(who, captured);
  const cameraSays = cameraStatement(who, captured);
  const joinSays = joinStatement(who, captured);

  function join(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!isReady) return;
    handOn();
    onReady({
      camera: capturedTrack(captured?.camera),
      microphone: capturedTrack(captured?.microphone),
      outputDeviceId: chosen.outputDeviceId,
    });
  }

  return (
    <form className={css['check']} data-who={who} onSubmit={join} aria-labelledby="device-check">
      <header>
        <h1 id="device-check" className={css['title']}>
          {t('title')}
        </h1>
        <p className={css['lead']}>{t(`lead.${who}`)}</p>
      </header>
      {who !== 'observer' && <CameraPreview camera={captured?.camera} mirrored />}
      <div className={css['rows']}>
        {refusalsOf(captured).map(({ what, why }) => (
          <RefusalHelp key={what} what={what} why={why} onRetry={retry} />
        ))}
        {cameraSays !== undefined && (
          <CameraCheck
            camera={captured?.camera}
            says={cameraSays}
            present={present.cameras}
            wantedId={chosen.cameraId}
            onChoose={(cameraId) => choose({ cameraId })}
            isOptional
          />
        )}
        <MicrophoneCheck
          who={who}
          devices={captured}
          present={present.microphones}
          wantedId={chosen.microphoneId}
          onChoose={(microphoneId) => choose({ microphoneId })}
        />
        <OutputCheck
          present={present.speakers}
          outputDeviceId={chosen.outputDeviceId}
          onChoose={(outputDeviceId) => choose({ outputDeviceId })}
        />
        <NetworkCheck begin={begin} sent={sentOf(captured)} />
      </div>
      <footer className={css['footer']}>
        <Button type="submit" autoFocus data-ready={isReady} aria-disabled={!isReady}>
          {t(`join.${who}`)}
        </Button>
        <span className={css['lead']}>{joinSays && t(joinSays)}</span>
      </footer>
    </form>
  );
}

function workingTrack(capturing: Capturing | undefined): MediaStreamTrack | undefined {
  return capturing?.is === 'working' ? capturing.track : undefined;
}
