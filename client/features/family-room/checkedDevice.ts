import type { KeyValueStore } from '#client/api/pressStore.ts';
import type { Device } from '#shared/protocol/http/devices.ts';

const KEY = 'earshot.checked';

/** Whether this tab has checked its device before, so that a reload in mid-session goes straight back. */
export function wasChecked(store: Pick<KeyValueStore, 'getItem'>, { deviceId }: Pick<Device, 'deviceId'>): boolean {
  return store.getItem(KEY) === deviceId;
}

/** Keeps that this tab has checked its device, where the browser allows it. */
export function keepChecked(store: Pick<KeyValueStore, 'setItem'>, { deviceId }: Pick<Device, 'deviceId'>): void {
  try {
    store.setItem(KEY, deviceId);
  } catch {
    // A tab that keeps nothing checks again after a reload.
  }
}
