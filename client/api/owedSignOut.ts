import { browserPressStore, type KeyValueStore } from './pressStore.ts';

const KEY = 'earshot.sign-out-owed';

/**
 * A sign-out that the server has not answered. Scripts cannot remove the cookie, so until the server has, the pages of staff
 * stay closed in this browser and ask again.
 */
type OwedSignOut = {
  readonly isOwed: () => boolean;
  readonly owe: () => void;
  /** The server has answered, or somebody signed in. */
  readonly settle: () => void;
};

/** Without storage, it is owed until the page is left. */
export function createOwedSignOut(store: KeyValueStore): OwedSignOut {
  let isOwed = false;
  return {
    isOwed: () => isOwed || store.getItem(KEY) !== null,
    owe() {
      isOwed = true;
      try {
        store.setItem(KEY, 'yes');
      } catch {
        // Full or off.
      }
    },
    settle() {
      isOwed = false;
      store.removeItem(KEY);
    },
  };
}

export const owedSignOut = createOwedSignOut(browserPressStore());
