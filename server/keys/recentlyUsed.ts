/** A map of the entries that were used last. */
type RecentlyUsed<K, V> = {
  readonly get: (key: K) => V | undefined;
  readonly set: (key: K, value: V) => void;
  readonly take: (key: K) => V | undefined;
};

export function createRecentlyUsed<K, V>(most: number): RecentlyUsed<K, V> {
  const entries = new Map<K, V>();

  function take(key: K) {
    const value = entries.get(key);
    entries.delete(key);
    return value;
  }

  function set(key: K, value: V) {
    entries.delete(key);
    entries.set(key, value);
    if (entries.size <= most) return;
    const { value: oldest, done } = entries.keys().next();
    if (done !== true) entries.delete(oldest);
  }

  return {
    take,
    set,
    get(key) {
      const value = entries.get(key);
      if (value !== undefined) set(key, value);
      return value;
    },
  };
}
