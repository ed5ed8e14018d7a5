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
import { invalidate } from '#client/api/queryOf.ts';
import { useMe, useStayHere } from '#client/api/me.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { StaffArea } from './StaffArea.tsx';
import { pathOf } from '#shared/protocol/http/routes.ts';

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
  const noor = { userId: 'noor', name: 'Noor', email: 'noor@clinic.example', role: 'therapist' };
  const clinic = {
    needsAdmin: false,
    demo: false,
    sendsMail: false,
    provider: null,
    clinic: { name: '', telephone: '', timeZone: 'UTC' },
  };
  let isSignedIn = true;
  const refused = vi.fn();
  vi.stubGlobal('fetch', (url: string) => {
    if (url !== pathOf('account:read')) return Promise.resolve(Response.json(clinic));
    if (isSignedIn) return Promise.resolve(Response.json(noor));
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
