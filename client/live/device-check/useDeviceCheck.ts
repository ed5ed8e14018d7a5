import { useEffect, useRef, useState } from 'react';
import { browserPressStore } from '#client/api/pressStore.ts';
import { listMediaDevices, type MediaDevices, onDevicesChanged } from '#client/media/capture.ts';
import { watchTrack } from '#client/media/watchTrack.ts';
import { type CapturedDevices, capturedTrack, captureFor, type CheckedPerson } from './captureFor.ts';
import { readDevices, rememberDevices, type RememberedDevices } from './rememberedDevices.ts';

const SOURCES = ['camera', 'microphone'] as const;
const NO_DEVICES: MediaDevices = { cameras: [], microphones: [], speakers: [] };

/** Captures the chosen devices, again after each change, and stops them unless they are handed on. */
export function useDeviceCheck(who: CheckedPerson) {
  const [chosen, setChosen] = useState(() => readDevices(browserPressStore()));
  const [captured, setCaptured] = useState<CapturedDevices>();
  const [present, setPresent] = useState(NO_DEVICES);
  const [attempt, setAttempt] = useState(1);
  const handedOn = useRef(false);
  const { cameraId, microphoneId } = chosen;

  useEffect(() => {
    let wanted = true;
    let mine: CapturedDevices | undefined;
    const stops: (() => void)[] = [];
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
      for (const source of SOURCES) stops.push(watch(source, devices));
      refreshDevices();
    });
    /** A device that ends is replaced; a muted one is reported. */
    function watch(source: (typeof SOURCES)[number], devices: CapturedDevices): () => void {
      const track = capturedTrack(devices[source]);
      if (track === undefined) return () => undefined;
      return watchTrack(track, {
        onChange: (is) =>
          setCaptured((now) => now && { ...now, [source]: { is: is === 'works' ? 'working' : 'muted', track } }),
        onEnded() {
          setCaptured(undefined);
          setAttempt((before) => before + 1);
        },
      });
    }
    const stopListening = window.isSecureContext ? onDevicesChanged(refreshDevices) : () => undefined;
    return () => {
      wanted = false;
      stopListening();
      for (const stop of stops) stop();
      if (!handedOn.current) mine?.close();
    };
  }, [who, cameraId, microphoneId, attempt]);

  return {
    chosen,
    captured,
    present,
    choose: (choice: RememberedDevices) => {
      const next = { ...chosen, ...choice };
      // The earlier tracks are stopped, and the new result is not known yet.
      if (next.cameraId !== cameraId || next.microphoneId !== microphoneId) setCaptured(undefined);
      setChosen(next);
      rememberDevices(browserPressStore(), next);
    },
    retry: () => {
      setCaptured(undefined);
      setAttempt(attempt + 1);
    },
    /** From then on the caller stops the tracks. */
    handOn: () => {
      handedOn.current = true;
    },
  };
}
