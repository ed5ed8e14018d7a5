import type { StoreFault, StoreTrouble } from './storeFault.ts';
import type { StoreWatch } from './watchedDialect.ts';

/** Whether the store can save, as far as is known. */
export type StoreHealth = { readonly trouble: () => StoreTrouble | undefined };

type StoreHealthPorts = {
  /** Writes something, and throws where that fails. Tried only while the store is in trouble. */
  readonly tryToSave: () => void;
  /** Told of each trouble when it begins, and with nothing when it is over: not of every write that meets it. */
  readonly onChange: (fault: StoreFault | undefined) => void;
};

/** Keeps in mind what the store's writes met last. A store in trouble is tried again by whoever asks how it is. */
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
        // Still in trouble, as was told when it began.
        return fault.trouble;
      }
      become(undefined);
      return undefined;
    },
  };
}
