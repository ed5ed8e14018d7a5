import type { KeyValueStore } from '#client/api/pressStore.ts';
import type { Device } from '#shared/protocol/http/devices.ts';

const KEY = 'earshot.checked';

/** Whether this tab has checked its device before, so that a reload during a session needs no new check. */
export function wasChecked(store: Pick<KeyValueStore, 'getItem'>, { deviceId }: Pick<Device, 'deviceId'>): boolean {
  return store.getItem(KEY) === deviceId;
}

/** Stores that this tab has checked its device, if the browser allows it. */
export function keepChecked(store: Pick<KeyValueStore, 'setItem'>, { deviceId }: Pick<Device, 'deviceId'>): void {
  try {
    store.setItem(KEY, deviceId);
  } catch {
    // Without storage, the tab checks again after a reload.
  }
}
