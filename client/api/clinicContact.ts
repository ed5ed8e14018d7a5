import { useEffect, useSyncExternalStore } from 'react';
import { ClinicContact } from '#shared/protocol/clinic.ts';
import { browserPressStore } from './pressStore.ts';
import { call } from './http.ts';

const KEY = 'earshot.clinic-contact';

/** What the clinic said of itself last, kept on this device for when its server is away. */
type ContactStore = {
  readonly known: () => ClinicContact | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks the server, once while an answer is good or on its way. A server that does not answer changes nothing. */
  readonly ask: () => Promise<void>;
};

/** `kept` is where it lasts over reloads; it may be full, or closed to this page. */
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
      // The server is away: what was known stays, and the next screen asks again.
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
    return undefined; // nothing was kept, or this page may keep nothing
  }
}

function keep(kept: () => Pick<Storage, 'setItem'>, contact: ClinicContact): void {
  try {
    kept().setItem(KEY, JSON.stringify(contact));
  } catch {
    // A page that may keep nothing still knows it until it is left.
  }
}

const store = createContactStore(
  () => call('clinic-contact:read'),
  () => browserPressStore(),
);

/** Asks for the clinic's name and number early, so that they are known when something fails. */
export const knowClinicContact = (): void => void store.ask();

/** The clinic's name and number, or undefined where this device never heard them. */
export function useClinicContact(): ClinicContact | undefined {
  useEffect(knowClinicContact, []);
  return useSyncExternalStore(store.subscribe, store.known);
}
