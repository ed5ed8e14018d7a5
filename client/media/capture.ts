/** What is captured: a family's room or one half of it, a voice, or the coach's own picture. */
type CaptureUse = 'room' | 'room-picture' | 'room-sound' | 'voice' | 'coach-camera';

/** Chosen devices, by id. The browser picks the others. */
export type ChosenDevices = { readonly cameraId?: string | undefined; readonly microphoneId?: string | undefined };

/** Why nothing could be captured, in terms of what a person can do about it. */
export type CaptureRefusal = 'denied' | 'not-found' | 'in-use' | 'insecure' | 'other';

type Captured =
  | {
      readonly ok: true;
      readonly camera: MediaStreamTrack | undefined;
      readonly microphone: MediaStreamTrack | undefined;
      /** Stops the tracks, which turns off the camera light. Safe to call twice. */
      readonly close: () => void;
    }
  | { readonly ok: false; readonly why: CaptureRefusal };

/** Asks for camera or microphone. Never throws: every failure is a result. */
export async function capture(use: CaptureUse, chosen: ChosenDevices = {}): Promise<Captured> {
  if (!window.isSecureContext) return { ok: false, why: 'insecure' };
  try {
    const stream = await navigator.mediaDevices.getUserMedia(constraintsFor(use, chosen));
    const [camera] = stream.getVideoTracks();
    const [microphone] = stream.getAudioTracks();
    return { ok: true, camera, microphone, close: () => stream.getTracks().forEach((track) => track.stop()) };
  } catch (error) {
    return { ok: false, why: refusalOf(error) };
  }
}

/** The constraints for the browser. A chosen device has no fallback: another microphone might be in another room. */
export function constraintsFor(use: CaptureUse, { cameraId, microphoneId }: ChosenDevices): MediaStreamConstraints {
  const audio = { ...exactly(microphoneId), channelCount: 1 };
  const video = { ...exactly(cameraId), width: { ideal: 1_280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
  switch (use) {
    case 'room':
      return { audio: ofRoom(audio), video };
    case 'room-picture':
      return { video };
    case 'room-sound':
      return { audio: ofRoom(audio) };
    case 'voice':
      return { audio: { ...audio, noiseSuppression: true, autoGainControl: true, echoCancellation: true } };
    case 'coach-camera':
      return { video: { ...video, width: { ideal: 640 }, height: { ideal: 360 } } };
  }
}

/** All processing is off, because it treats the child as noise. There is no echo: the coach is in an earphone. */
function ofRoom(audio: MediaTrackConstraints): MediaTrackConstraints {
  return { ...audio, noiseSuppression: false, autoGainControl: false, echoCancellation: false };
}

function exactly(deviceId: string | undefined): MediaTrackConstraints {
  return deviceId === undefined ? {} : { deviceId: { exact: deviceId } };
}

/** Turns a failed capture into its reason. */
export function refusalOf(error: unknown): CaptureRefusal {
  const name = error instanceof Error ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'not-found';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    case 'SecurityError':
      return 'insecure';
    default:
      return 'other';
  }
}

/** A camera, microphone or loudspeaker. Labels are empty until something was captured. */
export type MediaDevice = { readonly id: string; readonly label: string };

export type MediaDevices = {
  readonly cameras: readonly MediaDevice[];
  readonly microphones: readonly MediaDevice[];
  /** Empty if the browser allows no choice (Safari, Firefox on phones). */
  readonly speakers: readonly MediaDevice[];
};

export async function listMediaDevices(): Promise<MediaDevices> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const ofKind = (kind: MediaDeviceKind) =>
    devices
      .filter((device) => device.kind === kind && device.deviceId !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { cameras: ofKind('videoinput'), microphones: ofKind('audioinput'), speakers: ofKind('audiooutput') };
}

/** Calls back when a device was plugged in or removed. Returns a stop function. */
export function onDevicesChanged(listener: () => void): () => void {
  navigator.mediaDevices.addEventListener('devicechange', listener);
  return () => {
    navigator.mediaDevices.removeEventListener('devicechange', listener);
  };
}
