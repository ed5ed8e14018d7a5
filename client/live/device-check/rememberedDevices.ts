import { z } from 'zod';

/** What this browser stores: device ids, which mean nothing elsewhere. Never a name or a person. */
const Remembered = z.object({
  /** An id, or `none` for no camera. */
  cameraId: z.string().optional(),
  microphoneId: z.string().optional(),
  outputDeviceId: z.string().optional(),
  listening: z.enum(['combined', 'room']).optional(),
});
export type RememberedDevices = z.infer<typeof Remembered>;

/** The value for a deliberate choice of no camera. */
export const NO_CAMERA = 'none';

const KEY = 'earshot.devices';

/** The devices chosen last time. Empty if storage is blocked or contains something else. */
export function readDevices(store: Pick<Storage, 'getItem'>): RememberedDevices {
  try {
    return Remembered.parse(JSON.parse(store.getItem(KEY) ?? '{}'));
  } catch {
    // Unusable data counts as none.
    return {};
  }
}

/** Stores the devices for next time, if the browser allows it. */
export function rememberDevices(store: Pick<Storage, 'setItem'>, devices: RememberedDevices): void {
  try {
    store.setItem(KEY, JSON.stringify(devices));
  } catch {
    // Without storage, the browser asks again next time.
  }
}
