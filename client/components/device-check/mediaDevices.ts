/** A camera, microphone or loudspeaker that can be chosen. Labels are empty until something was captured. */
export type MediaDevice = { readonly id: string; readonly label: string };

export type MediaDevices = {
  readonly cameras: readonly MediaDevice[];
  readonly microphones: readonly MediaDevice[];
  /** Empty where the browser lets nobody choose (Safari, Firefox on phones). */
  readonly speakers: readonly MediaDevice[];
};

/** Lists what is plugged in. */
export async function listMediaDevices(): Promise<MediaDevices> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const ofKind = (kind: MediaDeviceKind) =>
    devices
      .filter((device) => device.kind === kind && device.deviceId !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { cameras: ofKind('videoinput'), microphones: ofKind('audioinput'), speakers: ofKind('audiooutput') };
}

/** Calls back whenever something was plugged in or pulled out. Returns how to stop. */
export function onDevicesChanged(listener: () => void): () => void {
  navigator.mediaDevices.addEventListener('devicechange', listener);
  return () => {
    navigator.mediaDevices.removeEventListener('devicechange', listener);
  };
}
