import type { KeyValueStore } from '#client/api/pressStore.ts';
import type { Device } from '#shared/protocol/http/devices.ts';

/** `checked`: its camera and microphone were tried. `turned-off`: the family turned them off. */
type Mark = 'checked' | 'turned-off';

export type TabMark = { readonly isSet: () => boolean; readonly set: () => void; readonly clear: () => void };

/** What a tab remembers about its device when it is loaded again, if the browser allows it. */
export function tabMark(store: KeyValueStore, mark: Mark, { deviceId }: Pick<Device, 'deviceId'>): TabMark {
  const key = `earshot.${mark}`;
  return {
    isSet: () => store.getItem(key) === deviceId,
    set() {
      try {
        store.setItem(key, deviceId);
      } catch {
        // Without storage, the tab knows nothing after it was loaded again, and asks for the check first.
      }
    },
    clear: () => store.removeItem(key),
  };
}
