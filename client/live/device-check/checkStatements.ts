import type { CaptureRefusal } from '#client/media/capture.ts';
import type { CheckedPerson } from './captureFor.ts';
import type { MediaFinding } from './mediaFinding.ts';

type CheckedDevice =
  { readonly is: 'working' | 'muted' | 'unwanted' } | { readonly is: 'refused'; readonly why: CaptureRefusal };

/** What was captured for a check, as far as words go by it. Nothing before the browser has answered. */
export type CheckedDevices = { readonly camera: CheckedDevice; readonly microphone: CheckedDevice } | undefined;

/** What the check says of the camera; nothing to an observer, who needs none. */
export function cameraStatement(who: CheckedPerson, devices: CheckedDevices) {
  if (who === 'observer') return undefined;
  if (devices === undefined) return 'asking';
  const { is } = devices.camera;
  if (is === 'working') return 'good';
  if (is === 'muted') return 'muted';
  return 'without';
}

/** What the check says of the microphone, by whether a voice was heard in it. */
export function microphoneStatement(who: CheckedPerson, devices: CheckedDevices, isHeard: boolean) {
  if (devices === undefined) return 'asking';
  const { is } = devices.microphone;
  if (is === 'working') return isHeard ? 'good' : 'silent';
  if (is === 'muted') return 'muted';
  return who === 'observer' ? 'without' : undefined;
}

type Refusal = { readonly what: 'camera' | 'microphone' | 'both'; readonly why: CaptureRefusal };

/** What was refused: once for both where both failed alike, since nobody needs to read the same help twice. */
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

/** What the check of the connection can send: a picture only where there is one. Sound is silence where there is no microphone. */
export function sentOf(devices: CheckedDevices): 'nothing' | 'sound' | 'both' {
  if (devices === undefined) return 'nothing';
  return devices.camera.is === 'working' ? 'both' : 'sound';
}

/** What the check says of the connection: of what was sent, and of nothing else. */
export function networkStatement(sent: ReturnType<typeof sentOf>, finding: MediaFinding | undefined) {
  if (sent === 'nothing') return 'waiting';
  return finding === 'none' ? 'none' : (`${sent}.${finding ?? 'measuring'}` as const);
}

/** Whether one may join: a coach with a voice, and an observer as they are. */
export function mayJoin(who: CheckedPerson, devices: CheckedDevices): boolean {
  if (devices === undefined) return false;
  const { is } = devices.microphone;
  return who === 'observer' || is === 'working' || is === 'muted';
}

/** What stands beside the button that joins. */
export function joinStatement(who: CheckedPerson, devices: CheckedDevices) {
  if (mayJoin(who, devices)) return 'byEnter';
  return who === 'coach' ? 'waitVoice' : undefined;
}
