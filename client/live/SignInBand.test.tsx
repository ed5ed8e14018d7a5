// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { HttpError } from '#client/api/http.ts';
import type { MissingFactor } from '#shared/domain/secondFactor.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { aLiveSession, aSignInWatch, liveParts } from './testing/aLiveSession.ts';
import { LiveProvider } from './LiveContext.tsx';
import { SignInBand } from './SignInBand.tsx';

async function openBand(missing?: MissingFactor) {
  const { parts } = liveParts(aLiveSession());
  const signIn = aSignInWatch(missing);
  await renderScreen(
    <LiveProvider parts={{ ...parts, signIn }}>
      <SignInBand />
    </LiveProvider>,
    'console',
    'secondFactor',
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

test('[PER5] [PER11] signing in again asks for the second step too, and says whether the code was right', async () => {
  const codes: string[] = [];
  vi.stubGlobal('fetch', async (_path: string, { body }: { readonly body: string }) => {
    const { code } = z.object({ code: z.string() }).parse(JSON.parse(body));
    codes.push(code);
    const factors = {
      missing: 'none',
      isRequired: true,
      hasAuthenticator: true,
      passkeys: 0,
      recoveryCodesLeft: 10,
      hasPassword: true,
    };
    return code === '123456' ? Response.json(factors) : Response.json({ error: 'No.' }, { status: 422 });
  });
  const { signIn, said } = await openBand('give');
  act(() => signIn.set({ is: 'ended' }));
  fireEvent.click(screen.getByRole('button', { name: 'Sign in again' }));
  await typePassword('right');
  expect(screen.getByRole('alert').textContent).toMatch(/has ended/);
  await userEvent.type(screen.getByLabelText('Code from the app'), '654321{Enter}');
  expect(await screen.findByText(/code is not correct/)).toBeTruthy();
  await userEvent.clear(screen.getByLabelText('Code from the app'));
  await userEvent.type(screen.getByLabelText('Code from the app'), '123456{Enter}');
  await vi.waitFor(() => expect(said()).toBe('You are signed in again.'));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(codes).toEqual(['654321', '123456']);
});

test('[PER5] [PER11] whoever has no second step yet, and needs one, is told to set it up in another tab', async () => {
  const { signIn } = await openBand('set-up');
  act(() => signIn.set({ is: 'ended' }));
  fireEvent.click(screen.getByRole('button', { name: 'Sign in again' }));
  await typePassword('right');
  expect(screen.getByRole('status').textContent).toMatch(/in another tab.*stay in this session/);
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
