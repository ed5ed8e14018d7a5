import { z } from 'zod';

/** What this browser keeps: ids of devices, which mean nothing elsewhere. Never a name or a person. */
const Remembered = z.object({
  /** An id, or `none` for going without. */
  cameraId: z.string().optional(),
  microphoneId: z.string().optional(),
  outputDeviceId: z.string().optional(),
  listening: z.enum(['combined', 'room']).optional(),
});
export type RememberedDevices = z.infer<typeof Remembered>;

/** Stands for a camera that somebody chose to do without. */
export const NO_CAMERA = 'none';

const KEY = 'earshot.devices';

/** The devices chosen last time. Storage that is shut, or holds something else, remembers nothing. */
export function readDevices(store: Pick<Storage, 'getItem'>): RememberedDevices {
  try {
    return Remembered.parse(JSON.parse(store.getItem(KEY) ?? '{}'));
  } catch {
    // Nothing usable is the same as nothing.
    return {};
  }
}

/** Keeps the devices for next time, where the browser allows it. */
export function rememberDevices(store: Pick<Storage, 'setItem'>, devices: RememberedDevices): void {
  try {
    store.setItem(KEY, JSON.stringify(devices));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
