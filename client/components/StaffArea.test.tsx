// @vitest-environment jsdom
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterContextProvider,
  Matches,
} from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderScreen } from './renderScreen.tsx';
import { StaffArea } from './StaffArea.tsx';

/** A house of two pages: one behind the guard, and the sign-in page, which takes a while to load. */
function aHouse(address: string) {
  const root = createRootRoute();
  const staff = createRoute({ getParentRoute: () => root, id: 'staff', component: StaffArea });
  const session = createRoute({ getParentRoute: () => staff, path: '/session/$id', component: () => <h1>Inside</h1> });
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
