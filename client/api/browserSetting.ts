import type { z } from 'zod';
import type { PressStore } from './pressStore.ts';

/** Something that a person sets for this browser, read as `useSyncExternalStore` reads. */
type BrowserSetting<T> = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => T;
  /** Holds for this page at once, and over reloads where the browser keeps anything. */
  readonly set: (value: T) => void;
};

/** `initial` is what holds until somebody sets it, and where something else lies under the key. */
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
        // A browser that keeps nothing still has it until the page is left.
      }
      show(next);
    },
  };
}
