/** Where something is kept over reloads. `localStorage` fits. */
export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A store that the windows of one browser share. `setItem` throws where it is full or off; nothing else throws. */
export type PressStore = KeyValueStore & {
  readonly keys: () => readonly string[];
  /** Calls back when another window has written below a prefix. Returns how to stop. */
  readonly watch: (prefix: string, listener: () => void) => () => void;
};

/**
 * This browser's own store, or that of this tab; one that lets nothing in where the browser has none to give. Everything
 * reads and keeps through this: a browser that was told to keep nothing throws when it is merely asked for its storage.
 */
export function browserPressStore(of: 'browser' | 'tab' = 'browser'): PressStore {
  const storage = tryTo(() => (of === 'tab' ? sessionStorage : localStorage));
  return {
    keys: () => (storage === undefined ? [] : Object.keys(storage)),
    getItem: (key) => storage?.getItem(key) ?? null,
    setItem(key, value) {
      if (storage === undefined) throw new Error('This browser keeps nothing.');
      storage.setItem(key, value);
    },
    removeItem: (key) => storage?.removeItem(key),
    watch(prefix, listener) {
      const onStorage = ({ key, newValue }: StorageEvent) => {
        if (key?.startsWith(prefix) === true && newValue !== null) listener();
      };
      window.addEventListener('storage', onStorage);
      return () => window.removeEventListener('storage', onStorage);
    },
  };
}

function tryTo(open: () => Storage): Storage | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}
