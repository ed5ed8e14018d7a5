import '#client/styles/staffPages.ts';
import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { owedSignOut } from '#client/api/owedSignOut.ts';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { ClinicProvider } from '#client/api/clinic.ts';
import { HttpError, problemOf } from '#client/api/http.ts';
import { MeProvider, StayHereProvider } from '#client/api/me.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { loadWords } from '#client/i18n/i18n.ts';
import { LeftoversProvider } from './leftovers/LeftoversProvider.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { ConfirmationProvider } from './confirmation/ConfirmationProvider.tsx';
import css from './StaffArea.module.css';

/** Most people see it once a day. */
const SecondFactorPage = lazy(async () => {
  const [page] = await Promise.all([import('./second-factor/SecondFactorPage.tsx'), loadWords('secondFactor')]);
  return { default: page.SecondFactorPage };
});

/** Everything that needs a sign-in: knows the account and caches what it has read over HTTP. */
export function StaffArea() {
  const [queries] = useState(makeQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <Guard />
    </QueryClientProvider>
  );
}

function Guard() {
  const me = useQuery(queryOf('account:read'));
  const clinic = useQuery(queryOf('clinic:read'));
  const { pathname } = useLocation();
  const [stays, setStays] = useState(false);
  useEnds(me.isSuccess);
  if (owedSignOut.isOwed()) return <ToSignIn />;
  if (me.isPending) return <Loading />;
  if (me.data !== undefined && (me.isSuccess || stays) && clinic.data !== undefined) {
    return (
      <StayHereProvider value={setStays}>
        <MeProvider value={me.data}>
          <ClinicProvider value={clinic.data.clinic}>
            <LeftoversProvider key={me.data.userId} participantId={me.data.userId} page={pathname}>
              <ConfirmationProvider>
                <Outlet />
              </ConfirmationProvider>
            </LeftoversProvider>
          </ClinicProvider>
        </MeProvider>
      </StayHereProvider>
    );
  }
  if (me.isSuccess && clinic.isPending) return <Loading />;
  if (problemOf(me.error) === 'signed-out') return <ToSignIn />;
  if (problemOf(me.error) === 'second-factor') {
    return (
      <Suspense fallback={<Loading />}>
        <SecondFactorPage onDone={() => void me.refetch()} />
      </Suspense>
    );
  }
  return (
    <main className={css['problem']}>
      <HttpErrorNote error={me.error ?? clinic.error} onRetry={() => void (me.isError ? me : clinic).refetch()} />
    </main>
  );
}

/** Once the sign-in has ended, also by not being used, nothing that was read stays on the page. Rule PER14. */
function useEnds(isSignedIn: boolean): void {
  const queries = useQueryClient();
  const { data } = useQuery({ ...queryOf('account:standing'), enabled: isSignedIn });
  useEffect(() => {
    if (data !== undefined && (data.leftMs ?? 0) <= 0) void invalidate(queries, 'account:read');
  }, [data, queries]);
}

/** Redirects once to the sign-in page, with the address to return to. This stays visible while that page loads. */
function ToSignIn() {
  const navigate = useNavigate();
  const { href } = useLocation();
  const [cameTo] = useState(href);
  useEffect(() => {
    void navigate({ to: '/sign-in', search: cameTo === '/' ? {} : { to: cameTo }, replace: true });
  }, [navigate, cameTo]);
  return <Loading />;
}

/** Retries only temporary problems. A refusal is shown at once. */
function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: (failures, error) => error instanceof HttpError && error.problem === 'fault' && failures < 2 },
    },
  });
}
