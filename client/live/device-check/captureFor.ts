import { capture, type CaptureRefusal, type ChosenDevices } from '#client/media/capture.ts';
import { NO_CAMERA, type RememberedDevices } from './rememberedDevices.ts';

export type CheckedPerson = 'coach' | 'observer' | 'family';

/** One thing to capture: it works, nothing of it comes at the moment, it was refused, or it is not wanted. */
export type Capturing =
  | { readonly is: 'working' | 'muted'; readonly track: MediaStreamTrack }
  | { readonly is: 'refused'; readonly why: CaptureRefusal }
  | { readonly is: 'unwanted' };

export type CapturedDevices = {
  readonly camera: Capturing;
  readonly microphone: Capturing;
  /** Stops what was captured. Safe to call twice. */
  readonly close: () => void;
};

/** What was captured, be it that nothing of it comes at the moment. */
export function capturedTrack(capturing: Capturing | undefined): MediaStreamTrack | undefined {
  return capturing?.is === 'working' || capturing?.is === 'muted' ? capturing.track : undefined;
}

/** Captures what this person needs: a family its room, a coach a voice and maybe a picture, an observer a voice. */
export async function captureFor(who: CheckedPerson, devices: RememberedDevices): Promise<CapturedDevices> {
  const { microphoneId } = devices;
  const cameraId = devices.cameraId === NO_CAMERA ? undefined : devices.cameraId;
  if (who === 'family') return captureRoom({ cameraId, microphoneId });

  const voice = await insist('voice', { microphoneId });
  const microphone: Capturing = toCapturing(voice, voice.ok ? voice.microphone : undefined);
  if (who === 'observer' || devices.cameraId === NO_CAMERA) {
    return { microphone, camera: { is: 'unwanted' }, close: () => voice.ok && voice.close() };
  }
  const picture = await insist('coach-camera', { cameraId });
  const close = () => [voice, picture].forEach((captured) => captured.ok && captured.close());
  return { microphone, camera: toCapturing(picture, picture.ok ? picture.camera : undefined), close };
}

async function captureRoom(chosen: ChosenDevices): Promise<CapturedDevices> {
  const room = await insist('room', chosen);
  return {
    camera: toCapturing(room, room.ok ? room.camera : undefined),
    microphone: toCapturing(room, room.ok ? room.microphone : undefined),
    close: () => room.ok && room.close(),
  };
}

/** A device chosen long ago may be gone: then whichever there is will do. */
async function insist(use: Parameters<typeof capture>[0], chosen: ChosenDevices) {
  const captured = await capture(use, chosen);
  return !captured.ok && captured.why === 'not-found' ? capture(use) : captured;
}

function toCapturing(captured: Awaited<ReturnType<typeof capture>>, track: MediaStreamTrack | undefined): Capturing {
  if (!captured.ok) return { is: 'refused', why: captured.why };
  return track === undefined ? { is: 'refused', why: 'not-found' } : { is: 'working', track };
}
