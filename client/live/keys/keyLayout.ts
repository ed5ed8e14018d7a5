import type { KeyLayout } from './keyLabel.ts';

/** The layout of this keyboard, for `useSyncExternalStore`: from the browser, or learned from typed keys. */
export function createKeyLayout(keyboard: Navigator['keyboard']) {
  const listeners = new Set<() => void>();
  let layout: KeyLayout = new Map();

  function show(next: KeyLayout) {
    layout = next;
    for (const listener of listeners) listener();
  }

  // If the browser does not tell, the layout is learned.
  void keyboard?.getLayoutMap().then(show, () => undefined);

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => layout,
    /** Learns what a key writes without modifiers. */
    learn: ({ code, key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey || shiftKey || key.length !== 1 || code === '') return;
      const written = key.toLowerCase();
      if (layout.get(code) !== written) show(new Map(layout).set(code, written));
    },
  };
}
