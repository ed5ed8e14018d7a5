import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { createBrowserSetting } from '#client/api/browserSetting.ts';
import { browserPressStore } from '#client/api/pressStore.ts';

/** Whether each key of a pad shows the name of its code below the abbreviation. */
export const padNames = createBrowserSetting(browserPressStore(), 'earshot.pad-names', z.boolean(), true);

export function usePadNames(): boolean {
  return useSyncExternalStore(padNames.subscribe, padNames.getSnapshot);
}
