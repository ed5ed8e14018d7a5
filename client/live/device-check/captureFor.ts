import { capture, type CaptureRefusal, type ChosenDevices } from '#client/media/capture.ts';
import { NO_CAMERA, type RememberedDevices } from './rememberedDevices.ts';

export type CheckedPerson = 'coach' | 'observer';

/** The answer for a requested source: it works, it is muted, or it was refused. */
export type AnsweredSource =
  | { readonly is: 'working' | 'muted'; readonly track: MediaStreamTrack }
  | { readonly is: 'refused'; readonly why: CaptureRefusal };

export type Capturing = AnsweredSource | { readonly is: 'unwanted' };

export type CapturedDevices = {
  readonly camera: Capturing;
  readonly microphone: Capturing;
  /** Stops what was captured. Safe to call twice. */
  readonly close: () => void;
};

/** The captured track, even if it is muted. */
export function capturedTrack(capturing: Capturing | undefined): MediaStreamTrack | undefined {
  return capturing?.is === 'working' || capturing?.is === 'muted' ? capturing.track : undefined;
}

/** Captures what this person needs: for a coach a voice and optionally a picture, for an observer a voice. */
export async function captureFor(who: CheckedPerson, devices: RememberedDevices): Promise<CapturedDevices> {
  const { microphoneId } = devices;
  const voice = await insist('voice', { microphoneId });
  const microphone = toCapturing(voice, voice.ok ? voice.microphone : undefined);
  if (who === 'observer' || devices.cameraId === NO_CAMERA) {
    return { microphone, camera: { is: 'unwanted' }, close: () => voice.ok && voice.close() };
  }
  const picture = await insist('coach-camera', { cameraId: devices.cameraId });
  const close = () => [voice, picture].forEach((captured) => captured.ok && captured.close());
  return { microphone, camera: toCapturing(picture, picture.ok ? picture.camera : undefined), close };
}

/** Captures a family's room: camera and microphone with one permission request. */
export async function captureRoom(
  devices: RememberedDevices,
): Promise<Record<'camera' | 'microphone', AnsweredSource>> {
  const room = await insist('room', { cameraId: cameraIn(devices), microphoneId: devices.microphoneId });
  return {
    camera: toCapturing(room, room.ok ? room.camera : undefined),
    microphone: toCapturing(room, room.ok ? room.microphone : undefined),
  };
}

/** Captures one half of a family's room. */
export async function captureHalf(
  source: 'camera' | 'microphone',
  devices: RememberedDevices,
): Promise<AnsweredSource> {
  const half =
    source === 'camera'
      ? await insist('room-picture', { cameraId: cameraIn(devices) })
      : await insist('room-sound', { microphoneId: devices.microphoneId });
  return toCapturing(half, half.ok ? half[source] : undefined);
}

/** A family always needs a camera, even if a coach used this browser without one. */
function cameraIn({ cameraId }: RememberedDevices): string | undefined {
  return cameraId === NO_CAMERA ? undefined : cameraId;
}

/** A device chosen long ago may be gone. Then any other is used. */
async function insist(use: Parameters<typeof capture>[0], chosen: ChosenDevices) {
  const captured = await capture(use, chosen);
  return !captured.ok && captured.why === 'not-found' ? capture(use) : captured;
}

function toCapturing(
  captured: Awaited<ReturnType<typeof capture>>,
  track: MediaStreamTrack | undefined,
): AnsweredSource {
  if (!captured.ok) return { is: 'refused', why: captured.why };
  return track === undefined ? { is: 'refused', why: 'not-found' } : { is: 'working', track };
}
