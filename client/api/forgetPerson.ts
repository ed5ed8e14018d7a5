import { browserPressStore } from './pressStore.ts';

/** Begins the keys of words of imported files, whose meaning their reader taught this browser. */
export const MEANINGS = 'earshot.meanings.';

/** Removes what a person’s work left in this browser. Codes that the server does not have stay, by ids. Rule LOG4. */
export function forgetPerson(): void {
  const store = browserPressStore();
  for (const key of store.keys()) if (key.startsWith(MEANINGS)) store.removeItem(key);
}
