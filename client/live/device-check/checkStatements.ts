import type { CaptureRefusal } from '#client/media/capture.ts';
import type { CheckedPerson } from './captureFor.ts';
import type { MediaFinding } from './mediaFinding.ts';

type CheckedDevice =
  { readonly is: 'working' | 'muted' | 'unwanted' } | { readonly is: 'refused'; readonly why: CaptureRefusal };

/** What was captured for a check, as far as the texts depend on it. Undefined until the browser has answered. */
export type CheckedDevices = { readonly camera: CheckedDevice; readonly microphone: CheckedDevice } | undefined;

/** What the check says about the camera. Undefined for an observer, who needs none. */
export function cameraStatement(who: CheckedPerson, devices: CheckedDevices) {
  if (who === 'observer') return undefined;
  if (devices === undefined) return 'asking';
  const { is } = devices.camera;
  if (is === 'working') return 'good';
  if (is === 'muted') return 'muted';
  return 'without';
}

/** What the check says about the microphone, depending on whether a voice was heard. */
export function microphoneStatement(who: CheckedPerson, devices: CheckedDevices, isHeard: boolean) {
  if (devices === undefined) return 'asking';
  const { is } = devices.microphone;
  if (is === 'working') return isHeard ? 'good' : 'silent';
  if (is === 'muted') return 'muted';
  return who === 'observer' ? 'without' : undefined;
}

type Refusal = { readonly what: 'camera' | 'microphone' | 'both'; readonly why: CaptureRefusal };

/** The refusals: one for both if both failed for the same reason, so that nobody reads the same help twice. */
export function refusalsOf(devices: CheckedDevices): readonly Refusal[] {
  if (devices === undefined) return [];
  const { camera, microphone } = devices;
  if (camera.is === 'refused' && microphone.is === 'refused' && camera.why === microphone.why) {
    return [{ what: 'both', why: camera.why }];
  }
  return (['camera', 'microphone'] as const).flatMap((what) => {
    const capturing = devices[what];
    return capturing.is === 'refused' ? [{ what, why: capturing.why }] : [];
  });
}

/** What the check of the connection can send: a picture only with a camera. Without a microphone it sends silence. */
export function sentOf(devices: CheckedDevices): 'nothing' | 'sound' | 'both' {
  if (devices === undefined) return 'nothing';
  return devices.camera.is === 'working' ? 'both' : 'sound';
}

/** What the check says about the connection, only for what was sent. */
export function networkStatement(sent: ReturnType<typeof sentOf>, finding: MediaFinding | undefined) {
  if (sent === 'nothing') return 'waiting';
  return finding === 'none' ? 'none' : (`${sent}.${finding ?? 'measuring'}` as const);
}

/** Whether a person may join. A coach needs a microphone, an observer needs nothing. */
export function mayJoin(who: CheckedPerson, devices: CheckedDevices): boolean {
  if (devices === undefined) return false;
  const { is } = devices.microphone;
  return who === 'observer' || is === 'working' || is === 'muted';
}

/** The text beside the join button. */
export function joinStatement(who: CheckedPerson, devices: CheckedDevices) {
  if (mayJoin(who, devices)) return 'byEnter';
  return who === 'coach' ? 'waitVoice' : undefined;
}
