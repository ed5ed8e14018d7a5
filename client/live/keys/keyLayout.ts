import type { KeyLayout } from './keyLabel.ts';

/** The layout of this keyboard, read as `useSyncExternalStore` reads: asked of the browser, or learned from what is typed. */
export function createKeyLayout(keyboard: Navigator['keyboard']) {
  const listeners = new Set<() => void>();
  let layout: KeyLayout = new Map();

  function show(next: KeyLayout) {
    layout = next;
    for (const listener of listeners) listener();
  }

  // A browser that does not say is learned from.
  void keyboard?.getLayoutMap().then(show, () => undefined);

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => layout,
    /** Takes note of what a key writes by itself. */
    learn: ({ code, key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey || shiftKey || key.length !== 1 || code === '') return;
      const written = key.toLowerCase();
      if (layout.get(code) !== written) show(new Map(layout).set(code, written));
    },
  };
}
