import type { z } from 'zod';
import type { PressStore } from './pressStore.ts';

/** A setting of this browser, in the shape that `useSyncExternalStore` reads. */
type BrowserSetting<T> = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => T;
  /** Applies to this page immediately, and after a reload if the browser stores anything. */
  readonly set: (value: T) => void;
};

/** `initial` is used until somebody sets a value, and if the stored value does not parse. */
export function createBrowserSetting<T>(
  store: PressStore,
  key: string,
  schema: z.ZodType<T>,
  initial: T,
): BrowserSetting<T> {
  const listeners = new Set<() => void>();
  let value: T | undefined;
  let isWatching = false;

  function read(): T {
    try {
      return schema.parse(JSON.parse(store.getItem(key) ?? ''));
    } catch {
      return initial;
    }
  }

  function show(next: T) {
    value = next;
    for (const listener of listeners) listener();
  }

  return {
    subscribe(listener) {
      if (!isWatching) store.watch(key, () => show(read()));
      isWatching = true;
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => (value ??= read()),
    set(next) {
      try {
        store.setItem(key, JSON.stringify(next));
      } catch {
        // If the browser stores nothing, the value lasts until the page is left.
      }
      show(next);
    },
  };
}
