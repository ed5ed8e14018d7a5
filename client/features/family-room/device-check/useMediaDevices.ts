import { useEffect, useState } from 'react';
import { listMediaDevices, type MediaDevices, onDevicesChanged } from '#client/media/capture.ts';

const NO_DEVICES: MediaDevices = { cameras: [], microphones: [], speakers: [] };

/** The connected devices. Read again after each capture, because browsers hide device names before. */
export function useMediaDevices(camera: unknown, microphone: unknown): MediaDevices {
  const [present, setPresent] = useState(NO_DEVICES);
  useEffect(() => {
    if (!window.isSecureContext) return;
    let isOver = false;
    const read = () =>
      void listMediaDevices().then(
        (devices) => !isOver && setPresent(devices),
        () => undefined, // then there is no choice
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
