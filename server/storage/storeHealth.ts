import type { StoreFault, StoreTrouble } from './storeFault.ts';

/** Reports for the store's health: each fault, and that something was saved. */
export type StoreWatch = { readonly failed: (fault: StoreFault) => void; readonly saved: () => void };

/** Whether the store can save, as far as is known. */
export type StoreHealth = { readonly trouble: () => StoreTrouble | undefined };

type StoreHealthPorts = {
  /** Writes something, and throws if that fails. Tried only while the store is in trouble. */
  readonly tryToSave: () => void;
  /** Called when a trouble begins, and with undefined when it is over, not at every write that fails. */
  readonly onChange: (fault: StoreFault | undefined) => void;
};

/** Remembers how the latest writes went. A store in trouble is tried again when somebody asks for its health. */
export function createStoreHealth({ tryToSave, onChange }: StoreHealthPorts): StoreHealth & StoreWatch {
  let fault: StoreFault | undefined;

  function become(next: StoreFault | undefined): void {
    const isNews = next?.trouble !== fault?.trouble;
    fault = next;
    if (isNews) onChange(next);
  }

  return {
    failed: become,
    saved: () => become(undefined),
    trouble() {
      if (fault === undefined) return undefined;
      try {
        tryToSave();
      } catch {
        // Still in trouble, as was reported when it began.
        return fault.trouble;
      }
      become(undefined);
      return undefined;
    },
  };
}
