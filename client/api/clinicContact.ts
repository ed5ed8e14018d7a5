import { useEffect, useSyncExternalStore } from 'react';
import { ClinicContact } from '#shared/protocol/clinic.ts';
import { browserPressStore } from './pressStore.ts';
import { call } from './http.ts';

const KEY = 'earshot.clinic-contact';

/** The clinic's contact card as last received, kept on this device for when the server cannot be reached. */
type ContactStore = {
  readonly known: () => ClinicContact | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks the server unless it has answered or is being asked. Without an answer, nothing changes. */
  readonly ask: () => Promise<void>;
};

/** `kept` is the storage that survives reloads. It may be full or blocked. */
export function createContactStore(
  read: () => Promise<ClinicContact>,
  kept: () => Pick<Storage, 'getItem' | 'setItem'>,
): ContactStore {
  const listeners = new Set<() => void>();
  let contact: ClinicContact | undefined;
  let asked: Promise<void> | undefined;

  async function askServer(): Promise<void> {
    try {
      contact = await read();
      keep(kept, contact);
      for (const listener of listeners) listener();
    } catch {
      // The server cannot be reached: the known card stays, and the next screen asks again.
      asked = undefined;
    }
  }

  return {
    known: () => (contact ??= readKept(kept)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: () => (asked ??= askServer()),
  };
}

function readKept(kept: () => Pick<Storage, 'getItem'>): ClinicContact | undefined {
  try {
    return ClinicContact.parse(JSON.parse(kept().getItem(KEY) ?? 'null'));
  } catch {
    return undefined; // nothing was stored, or storage is blocked
  }
}

function keep(kept: () => Pick<Storage, 'setItem'>, contact: ClinicContact): void {
  try {
    kept().setItem(KEY, JSON.stringify(contact));
  } catch {
    // If storage is blocked, the card lasts until the page is left.
  }
}

const store = createContactStore(
  () => call('clinic-contact:read'),
  () => browserPressStore(),
);

/** Loads the clinic's name and number early, so that they are known when something fails. */
export const knowClinicContact = (): void => void store.ask();

/** The clinic's name and number. Undefined if this device never received them. */
export function useClinicContact(): ClinicContact | undefined {
  useEffect(knowClinicContact, []);
  return useSyncExternalStore(store.subscribe, store.known);
}
