import { createContext, use, useEffect } from 'react';
import type { Account } from '#shared/protocol/http/people.ts';

const Me = createContext<Account | undefined>(undefined);

export const MeProvider = Me.Provider;

/** The account that is signed in. Only for screens inside the staff area. */
export function useMe(): Account {
  const me = use(Me);
  if (me === undefined) throw new Error('useMe is for screens inside the staff area');
  return me;
}

const StayHere = createContext<(stays: boolean) => void>(() => undefined);

export const StayHereProvider = StayHere.Provider;

/** While true, an ended sign-in redirects nobody: a session is running on this screen. Rule PER5. */
export function useStayHere(stays: boolean): void {
  const tell = use(StayHere);
  useEffect(() => {
    tell(stays);
    return () => tell(false);
  }, [tell, stays]);
}
