import '@mantine/core/styles/Input.layer.css';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { browserPressStore } from '#client/api/pressStore.ts';
import { CallClinic } from '#client/frame/CallClinic.tsx';
import { CameraCheck } from '#client/live/device-check/CameraCheck.tsx';
import { CameraPreview } from '#client/live/device-check/CameraPreview.tsx';
import { sentOf } from '#client/live/device-check/checkStatements.ts';
import { MicrophoneCheck } from '#client/live/device-check/MicrophoneCheck.tsx';
import { NetworkCheck } from '#client/live/device-check/NetworkCheck.tsx';
import { openCheck } from '#client/live/device-check/openCheck.ts';
import { OutputCheck } from '#client/live/device-check/OutputCheck.tsx';
import { readDevices, rememberDevices, type RememberedDevices } from '#client/live/device-check/rememberedDevices.ts';
import type { RoomTracks } from '../browserMedia.ts';
import { CheckStep } from './CheckStep.tsx';
import css from './FamilyCheck.module.css';
import { ListeningChoice } from './ListeningChoice.tsx';
import { SourceStep } from './SourceStep.tsx';
import { useMediaDevices } from './useMediaDevices.ts';
import { type CheckedSource, useRoomSource } from './useRoomSource.ts';

const STEPS = ['camera', 'microphone', 'sound', 'ready'] as const;

/** Checks before a family joins: camera, microphone, sound and connection, one at a time. */
export function FamilyCheck({ onReady }: { readonly onReady: (tracks: RoomTracks) => void }) {
  const { t } = useTranslation('deviceCheck');
  const [reached, setReached] = useState(0);
  const [chosen, setChosen] = useState(() => readDevices(browserPressStore()));
  const camera = useRoomSource('camera', chosen);
  const microphone = useRoomSource('microphone', chosen);
  const present = useMediaDevices(camera.track, microphone.track);
  // A source that stopped working is repaired before anything else.
  const at = camera.track === undefined ? 0 : microphone.track === undefined ? Math.min(reached, 1) : reached;
  const onNext = () => setReached(at + 1);
  const place = { step: at + 1, steps: STEPS.length, onBack: at === 0 ? undefined : () => setReached(at - 1) };

  function choose(choice: RememberedDevices): RememberedDevices {
    const next = { ...chosen, ...choice };
    setChosen(next);
    rememberDevices(browserPressStore(), next);
    return next;
  }

  function join() {
    camera.handOn();
    microphone.handOn();
    onReady({ camera: camera.track, microphone: microphone.track });
  }

  function stepNow() {
    switch (STEPS[at]) {
      case 'camera':
        return (
          <SourceStep {...place} source="camera" checked={camera} onOpen={() => camera.open(chosen)} onNext={onNext}>
            <CameraPreview camera={camera.answer} mirrored={false} />
            <CameraCheck
              camera={camera.answer}
              says={camera.answer?.is === 'muted' ? 'muted' : 'good'}
              present={present.cameras}
              wantedId={chosen.cameraId}
              onChoose={(cameraId) => camera.open(choose({ cameraId }))}
            />
          </SourceStep>
        );
      case 'microphone':
        return (
          <SourceStep
            {...place}
            source="microphone"
            checked={microphone}
            onOpen={() => microphone.open(chosen)}
            onNext={onNext}
          >
            <MicrophoneCheck
              who="coach"
              isRoom
              devices={devicesOf(camera, microphone)}
              present={present.microphones}
              wantedId={chosen.microphoneId}
              onChoose={(microphoneId) => microphone.open(choose({ microphoneId }))}
            />
          </SourceStep>
        );
      case 'sound':
        return (
          <CheckStep
            {...place}
            title={t('family.sound.title')}
            text={t('family.sound.text')}
            action={{ label: t('family.next'), onPress: onNext }}
          >
            <ListeningChoice
              listening={chosen.listening ?? 'combined'}
              onChoose={(listening) => choose({ listening })}
            />
            {chosen.listening === 'room' ? null : (
              <OutputCheck
                present={present.speakers}
                outputDeviceId={chosen.outputDeviceId}
                onChoose={(outputDeviceId) => choose({ outputDeviceId })}
              />
            )}
          </CheckStep>
        );
      default:
        return (
          <CheckStep
            {...place}
            title={t('family.ready.title')}
            text={t('family.ready.text')}
            action={{ label: t('family.join'), onPress: join }}
          >
            <Connection camera={camera} microphone={microphone} />
          </CheckStep>
        );
    }
  }

  return (
    <div className={css['check']}>
      {stepNow()}
      <CallClinic />
    </div>
  );
}

type Sources = { readonly camera: CheckedSource; readonly microphone: CheckedSource };

/** Whether picture and sound reach the clinic. A muted device would return nothing. */
function Connection({ camera, microphone }: Sources) {
  const [picture, sound] = [camera, microphone].map(({ answer }) =>
    answer?.is === 'working' ? answer.track : undefined,
  );
  const begin = useMemo(
    () => () => openCheck({ as: 'device' }, { camera: picture, microphone: sound }),
    [picture, sound],
  );
  return <NetworkCheck begin={begin} sent={sentOf(devicesOf(camera, microphone))} />;
}

function devicesOf({ answer: picture }: CheckedSource, { answer: sound }: CheckedSource) {
  return picture && sound && { camera: picture, microphone: sound };
}
