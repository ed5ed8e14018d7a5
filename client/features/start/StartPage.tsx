import { useMe } from '#client/api/me.ts';
import { PeoplePage } from './PeoplePage.tsx';
import { SessionsPage } from './SessionsPage.tsx';

/** The first page after signing in: sessions for coaches and supervisors, accounts for the admin. */
export function StartPage() {
  return useMe().role === 'admin' ? <PeoplePage /> : <SessionsPage />;
}
