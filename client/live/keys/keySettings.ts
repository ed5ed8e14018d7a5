import { useCallback, useSyncExternalStore } from 'react';
import { createBrowserSetting } from '#client/api/browserSetting.ts';
import { browserPressStore } from '#client/api/pressStore.ts';
import { keyLabel } from './keyLabel.ts';
import { createKeyLayout } from './keyLayout.ts';
import { type OwnKeys, OwnKeysSchema } from './ownKeys.ts';

/** The keys that a person has moved in this browser. */
export const ownKeys = createBrowserSetting<OwnKeys>(browserPressStore(), 'earshot.own-keys', OwnKeysSchema, {});
/** The labels of this keyboard. */
export const keyLayout = createKeyLayout(navigator.keyboard);

export function useOwnKeys(): OwnKeys {
  return useSyncExternalStore(ownKeys.subscribe, ownKeys.getSnapshot);
}

/** Returns a function that gives the label of a place on this keyboard, whatever key a person moved there. */
export function usePlaceLabel(): (place: string) => string {
  const layout = useSyncExternalStore(keyLayout.subscribe, keyLayout.getSnapshot);
  return useCallback((place) => keyLabel(place, {}, layout), [layout]);
}

/** Returns a function that gives the label of a key by its name in programs and the console. */
export function useKeyLabel(): (name: string) => string {
  const own = useOwnKeys();
  const layout = useSyncExternalStore(keyLayout.subscribe, keyLayout.getSnapshot);
  return useCallback((name) => keyLabel(name, own, layout), [own, layout]);
}
