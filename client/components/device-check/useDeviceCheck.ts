import { useEffect, useRef, useState } from 'react';
import { listMediaDevices, type MediaDevices, onDevicesChanged } from '#client/media/capture.ts';
import { type CapturedDevices, captureFor, type CheckedPerson } from './captureFor.ts';
import { readDevices, rememberDevices, type RememberedDevices } from './rememberedDevices.ts';

const NO_DEVICES: MediaDevices = { cameras: [], microphones: [], speakers: [] };

/** Captures the chosen devices, anew whenever the choice changes, and lets go of them unless they are handed on. */
export function useDeviceCheck(who: CheckedPerson) {
  const [chosen, setChosen] = useState(() => readDevices(localStorage));
  const [captured, setCaptured] = useState<CapturedDevices>();
  const [present, setPresent] = useState(NO_DEVICES);
  const [attempt, setAttempt] = useState(1);
  const handedOn = useRef(false);
  const { cameraId, microphoneId } = chosen;

  useEffect(() => {
    let wanted = true;
    let mine: CapturedDevices | undefined;
    const refreshDevices = () =>
      void listMediaDevices().then(
        (devices) => wanted && setPresent(devices),
        () => undefined,
      );
    void captureFor(who, { cameraId, microphoneId }).then((devices) => {
      if (!wanted) {
        devices.close();
        return;
      }
      mine = devices;
      setCaptured(devices);
      refreshDevices();
    });
    const stopListening = window.isSecureContext ? onDevicesChanged(refreshDevices) : () => undefined;
    return () => {
      wanted = false;
      stopListening();
      if (!handedOn.current) mine?.close();
    };
  }, [who, cameraId, microphoneId, attempt]);

  return {
    chosen,
    captured,
    present,
    choose: (choice: RememberedDevices) => {
      const next = { ...chosen, ...choice };
      setChosen(next);
      rememberDevices(localStorage, next);
    },
    retry: () => {
      setCaptured(undefined);
      setAttempt(attempt + 1);
    },
    /** The tracks are somebody else's to stop from now on. */
    handOn: () => {
      handedOn.current = true;
    },
  };
}
