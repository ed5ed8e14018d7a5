import { createContext, use, useEffect } from 'react';
import type { Account } from '#shared/protocol/http/people.ts';

const Me = createContext<Account | undefined>(undefined);

/** Tells the screens below who is signed in. */
export const MeProvider = Me.Provider;

/** Who is signed in. Only for screens inside the staff area, which lets nobody else in. */
export function useMe(): Account {
  const me = use(Me);
  if (me === undefined) throw new Error('useMe is for screens inside the staff area');
  return me;
}

const StayHere = createContext<(stays: boolean) => void>(() => undefined);

/** Takes from the screens below whether somebody must not be led away from them. */
export const StayHereProvider = StayHere.Provider;

/** While this is true, a sign-in that has ended leads nobody away from this screen: a session is running on it. Rule PER5. */
export function useStayHere(stays: boolean): void {
  const tell = use(StayHere);
  useEffect(() => {
    tell(stays);
    return () => tell(false);
  }, [tell, stays]);
}
