// @vitest-environment jsdom
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterContextProvider,
  Matches,
} from '@tanstack/react-router';
import { act, fireEvent, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { owedSignOut } from '#client/api/owedSignOut.ts';
import { ASK_AGAIN_MS, invalidate } from '#client/api/queryOf.ts';
import { useMe, useStayHere } from '#client/api/me.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { StaffArea } from './StaffArea.tsx';
import { pathOf } from '#shared/protocol/http/routes.ts';

const NOOR = { userId: 'noor', name: 'Noor', email: 'noor@clinic.example', role: 'therapist' };
const CLINIC = {
  needsAdmin: false,
  demo: false,
  sendsMail: false,
  provider: null,
  clinic: { name: '', telephone: '', timeZone: 'UTC' },
};

/** Two pages: one behind the guard, and the sign-in page, which takes a while to load. */
function aHouse(address: string, Session: () => ReactNode = () => <h1>Inside</h1>) {
  const root = createRootRoute();
  const staff = createRoute({ getParentRoute: () => root, id: 'staff', component: StaffArea });
  const session = createRoute({ getParentRoute: () => staff, path: '/session/$id', component: Session });
  const signIn = createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    loader: () => new Promise((done) => setTimeout(done, 50)),
    component: () => <h1>Sign in</h1>,
  });
  const routeTree = root.addChildren([signIn, staff.addChildren([session])]);
  return createRouter({ routeTree, history: createMemoryHistory({ initialEntries: [address] }) });
}

test('someone who is signed out is asked to sign in, once, and the address is kept to come back to', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"error":"Signed out."}', { status: 401 })));
  const router = aHouse('/session/7');
  const went: string[] = [];
  router.history.subscribe(({ location }) => went.push(location.href));
  await renderScreen(
    <RouterContextProvider router={router}>
      <Matches />
    </RouterContextProvider>,
  );
  await router.load();
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
  expect(went).toEqual(['/sign-in?to=%2Fsession%2F7']);
});

/** A page on which a session runs until its button is pressed. */
function LivePage() {
  const queries = useQueryClient();
  const [isLive, setLive] = useState(true);
  useStayHere(isLive);
  return (
    <>
      <h1>Console of {useMe().name}</h1>
      <button onClick={() => void invalidate(queries, 'account:read')}>Ask again</button>
      <button onClick={() => setLive(false)}>Close the session</button>
    </>
  );
}

test('[PER5] an ended sign-in redirects nobody from a live session, and asks for a sign-in after it', async () => {
  let isSignedIn = true;
  const refused = vi.fn();
  vi.stubGlobal('fetch', (url: string) => {
    if (url !== pathOf('account:read')) return Promise.resolve(Response.json(CLINIC));
    if (isSignedIn) return Promise.resolve(Response.json(NOOR));
    refused();
    return Promise.resolve(Response.json({ error: 'Signed out.' }, { status: 401 }));
  });
  const router = aHouse('/session/7', LivePage);
  await renderScreen(
    <RouterContextProvider router={router}>
      <Matches />
    </RouterContextProvider>,
  );
  await act(() => router.load());
  expect(await screen.findByRole('heading', { name: 'Console of Noor' })).toBeTruthy();

  isSignedIn = false;
  fireEvent.click(screen.getByRole('button', { name: 'Ask again' }));
  await act(() => vi.waitFor(() => expect(refused).toHaveBeenCalled()));
  expect(screen.getByRole('heading', { name: 'Console of Noor' })).toBeTruthy();

  fireEvent.click(screen.getByRole('button', { name: 'Close the session' }));
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
});

test('[PER14] a page that is left open shows nothing anymore once its sign-in has ended', async () => {
  const answers: Record<string, unknown> = {
    [pathOf('account:read')]: NOOR,
    [pathOf('account:standing')]: { leftMs: 60_000 },
    [pathOf('clinic:read')]: CLINIC,
  };
  vi.stubGlobal('fetch', (url: string) => {
    const answer = answers[url];
    return Promise.resolve(
      answer === undefined ? Response.json({ error: 'Signed out.' }, { status: 401 }) : Response.json(answer),
    );
  });
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const router = aHouse('/session/7');
  await renderScreen(
    <RouterContextProvider router={router}>
      <Matches />
    </RouterContextProvider>,
  );
  await act(() => router.load());
  expect(await screen.findByRole('heading', { name: 'Inside' })).toBeTruthy();
  answers[pathOf('account:standing')] = { leftMs: -1 };
  answers[pathOf('account:read')] = undefined;
  await act(() => vi.advanceTimersByTimeAsync(ASK_AGAIN_MS['account:standing']));
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
  vi.useRealTimers();
});

test('a page of staff stays closed while a sign-out is not answered', async () => {
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(Response.json(url === pathOf('account:read') ? NOOR : CLINIC)),
  );
  owedSignOut.owe();
  const router = aHouse('/session/7');
  await renderScreen(
    <RouterContextProvider router={router}>
      <Matches />
    </RouterContextProvider>,
  );
  await act(() => router.load());
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
  owedSignOut.settle();
});
