import { useEffect, useState } from 'react';
import { listMediaDevices, type MediaDevices, onDevicesChanged } from '#client/media/capture.ts';

const NO_DEVICES: MediaDevices = { cameras: [], microphones: [], speakers: [] };

/** What is plugged in. Read anew when something was captured, since browsers name nothing before. */
export function useMediaDevices(camera: unknown, microphone: unknown): MediaDevices {
  const [present, setPresent] = useState(NO_DEVICES);
  useEffect(() => {
    if (!window.isSecureContext) return;
    let isOver = false;
    const read = () =>
      void listMediaDevices().then(
        (devices) => !isOver && setPresent(devices),
        () => undefined, // none to choose from
      );
    read();
    const stop = onDevicesChanged(read);
    return () => {
      isOver = true;
      stop();
    };
  }, [camera, microphone]);
  return present;
}
