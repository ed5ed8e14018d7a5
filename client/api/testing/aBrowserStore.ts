import type { PressStore } from '../pressStore.ts';

/** One browser's storage for tests, shared by its windows. Each window is told what the others write. */
export function aBrowserStore() {
  const kept = new Map<string, string>();
  const watching = new Map<PressStore, Set<{ readonly prefix: string; readonly listener: () => void }>>();
  let isFull = false;

  return {
    kept,
    fill: (full: boolean) => {
      isFull = full;
    },
    window(): PressStore {
      const mine = new Set<{ readonly prefix: string; readonly listener: () => void }>();
      const store: PressStore = {
        keys: () => [...kept.keys()],
        getItem: (key) => kept.get(key) ?? null,
        setItem(key, value) {
          if (isFull) throw new Error('QuotaExceededError');
          kept.set(key, value);
          for (const [other, watchers] of watching) {
            if (other === store) continue;
            for (const { prefix, listener } of watchers) if (key.startsWith(prefix)) queueMicrotask(listener);
          }
        },
        removeItem: (key) => void kept.delete(key),
        watch(prefix, listener) {
          const watcher = { prefix, listener };
          mine.add(watcher);
          return () => mine.delete(watcher);
        },
      };
      watching.set(store, mine);
      return store;
    },
  };
}
