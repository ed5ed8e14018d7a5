import { useCallback, useSyncExternalStore } from 'react';
import { createBrowserSetting } from '#client/api/browserSetting.ts';
import { browserPressStore } from '#client/api/pressStore.ts';
import { keyLabel } from './keyLabel.ts';
import { createKeyLayout } from './keyLayout.ts';
import { type OwnKeys, OwnKeysSchema } from './ownKeys.ts';

/** The keys that somebody moved, on this browser. */
export const ownKeys = createBrowserSetting<OwnKeys>(browserPressStore(), 'earshot.own-keys', OwnKeysSchema, {});
/** How this keyboard is labeled. */
export const keyLayout = createKeyLayout(navigator.keyboard);

export function useOwnKeys(): OwnKeys {
  return useSyncExternalStore(ownKeys.subscribe, ownKeys.getSnapshot);
}

/** What is printed at a place of this keyboard, whatever a person has put there. */
export function usePlaceLabel(): (place: string) => string {
  const layout = useSyncExternalStore(keyLayout.subscribe, keyLayout.getSnapshot);
  return useCallback((place) => keyLabel(place, {}, layout), [layout]);
}

/** What is printed on a key, by the name that programs and the console have for it. */
export function useKeyLabel(): (name: string) => string {
  const own = useOwnKeys();
  const layout = useSyncExternalStore(keyLayout.subscribe, keyLayout.getSnapshot);
  return useCallback((name) => keyLabel(name, own, layout), [own, layout]);
}
