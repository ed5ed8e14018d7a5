import '#client/styles/staffPages.ts';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { meQuery } from '#client/api/clinicQueries.ts';
import { HttpError, problemOf } from '#client/api/http.ts';
import { MeProvider } from '#client/api/me.ts';
import { HttpErrorNote } from './HttpErrorNote.tsx';
import { Loading } from './Loading.tsx';
import css from './StaffArea.module.css';

/** Everything behind the clinic's sign-in: knows who is there, and caches what they have read over HTTP. */
export function StaffArea() {
  const [queries] = useState(makeQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <Guard />
    </QueryClientProvider>
  );
}

function Guard() {
  const me = useQuery(meQuery);
  const { href } = useLocation();
  if (me.isPending) return <Loading />;
  if (me.isSuccess) {
    return (
      <MeProvider value={me.data}>
        <Outlet />
      </MeProvider>
    );
  }
  if (problemOf(me.error) === 'signed-out') {
    return <Navigate to="/sign-in" search={href === '/' ? {} : { to: href }} replace />;
  }
  return (
    <main className={css['problem']}>
      <HttpErrorNote error={me.error} onRetry={() => void me.refetch()} />
    </main>
  );
}

/** Only what may pass by itself is asked again; a refusal is shown at once. */
function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: (failures, error) => error instanceof HttpError && error.problem === 'fault' && failures < 2 },
    },
  });
}
