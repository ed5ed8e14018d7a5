// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { owedSignOut } from '#client/api/owedSignOut.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { SignInPage } from './SignInPage.tsx';

beforeEach(() => {
  localStorage.clear();
  owedSignOut.settle();
  return () => void vi.unstubAllGlobals();
});

const openPage = () =>
  renderScreen(<SignInPage sendsMail={false} provider={null} to="/" onSignedIn={vi.fn()} />, 'signIn');

test('a sign-out that the server did not answer is said and asked again until it has', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const asked: string[] = [];
  let isReachable = false;
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return isReachable
      ? Promise.resolve(Response.json({ provider: null }))
      : Promise.reject(new TypeError('no network'));
  });
  owedSignOut.owe();
  await openPage();
  expect(await screen.findByText('The clinic’s server did not answer, so you are not signed out yet.')).toBeTruthy();
  isReachable = true;
  await vi.advanceTimersByTimeAsync(5_000);
  await vi.waitFor(() => expect(screen.queryByText(/not signed out yet/)).toBeNull());
  expect(new Set(asked)).toEqual(new Set([pathOf('account:sign-out')]));
  expect(owedSignOut.isOwed()).toBe(false);
  vi.useRealTimers();
});

test('nothing is asked and said if nothing is owed', async () => {
  const fetched = vi.fn();
  vi.stubGlobal('fetch', fetched);
  await openPage();
  expect(screen.queryByText(/not signed out yet/)).toBeNull();
  expect(fetched).not.toHaveBeenCalled();
});
