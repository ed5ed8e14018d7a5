// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { HttpError } from '#client/api/http.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { aLiveSession, aSignInWatch, liveParts } from './testing/aLiveSession.ts';
import { LiveProvider } from './LiveContext.tsx';
import { SignInBand } from './SignInBand.tsx';

async function openBand() {
  const { parts } = liveParts(aLiveSession());
  const signIn = aSignInWatch();
  await renderScreen(
    <LiveProvider parts={{ ...parts, signIn }}>
      <SignInBand />
    </LiveProvider>,
    'console',
  );
  return { signIn, said: () => parts.messages.getSnapshot()?.text };
}

const typePassword = (password: string) =>
  act(async () => {
    const field = screen.getByLabelText('Password of noor@clinic.example');
    fireEvent.change(field, { target: { value: password } });
    fireEvent.submit(field.closest('form')!);
    await Promise.resolve();
  });

test('nothing is shown for a valid sign-in', async () => {
  await openBand();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('[PER5] before and after the end, the screen says what ends and what stays', async () => {
  const { signIn } = await openBand();
  act(() => signIn.set({ is: 'ending', minutes: 14 }));
  expect(screen.getByRole('alert').textContent).toMatch(/ends in 14 minutes.*stay in this session/);
  act(() => signIn.set({ is: 'ended' }));
  expect(screen.getByRole('alert').textContent).toMatch(/has ended.*stay in this session/);
});

test('[PER5] signing in again happens on the spot, with the password alone', async () => {
  const { signIn, said } = await openBand();
  act(() => signIn.set({ is: 'ended' }));
  fireEvent.click(screen.getByRole('button', { name: 'Sign in again' }));
  expect(screen.getByRole('dialog', { name: 'Sign in again as noor@clinic.example' })).toBeTruthy();
  await typePassword('right');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(said()).toBe('You are signed in again.');
});

test('a wrong password, or no connection, is said where it was typed, and nothing else changes', async () => {
  const { signIn } = await openBand();
  act(() => signIn.set({ is: 'ended' }));
  fireEvent.click(screen.getByRole('button', { name: 'Sign in again' }));
  await typePassword('wrong');
  expect(screen.getByText(/password is not correct/)).toBeTruthy();
  signIn.failWith(new HttpError('offline'));
  await typePassword('right');
  expect(screen.getByRole('dialog').textContent).toMatch(/connection|reach/i);
  fireEvent.keyDown(screen.getByLabelText(/Password of/), { key: 'Escape' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('alert').textContent).toMatch(/has ended/);
});
