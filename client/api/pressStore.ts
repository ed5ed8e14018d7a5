export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A store that the windows of one browser share. `setItem` throws if the store is full or off; nothing else throws. */
export type PressStore = KeyValueStore & {
  readonly keys: () => readonly string[];
  /** Calls back when another window has written under a prefix. Returns a stop function. */
  readonly watch: (prefix: string, listener: () => void) => () => void;
};

/**
 * The storage of this browser or tab; if it is blocked, a store that rejects every write. Always use this: with storage
 * blocked, even reading `localStorage` throws.
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
