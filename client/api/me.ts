import { createContext, use } from 'react';
import type { Account } from '#shared/protocol/http.ts';

const Me = createContext<Account | undefined>(undefined);

/** Tells the screens below who is signed in. */
export const MeProvider = Me.Provider;

/** Who is signed in. Only for screens inside the staff area, which lets nobody else in. */
export function useMe(): Account {
  const me = use(Me);
  if (me === undefined) throw new Error('useMe is for screens inside the staff area');
  return me;
}
