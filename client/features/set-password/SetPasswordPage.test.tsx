// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { SetPasswordPage } from './SetPasswordPage.tsx';

const SECRET = 'a-secret-of-many-letters';
const PASSWORD = 'a sentence of her own';
const IDA = { name: 'Ida Berg', email: 'ida@clinic.example', purpose: 'invitation' };

type Answer = { readonly status: number; readonly value: unknown };

const GONE: Answer = { status: 410, value: { error: 'Gone.' } };
const ACCOUNT = { userId: 'ida', name: 'Ida Berg', email: 'ida@clinic.example', role: 'therapist' };

async function openPage(answers: Readonly<Record<string, Answer>>) {
  const asked: { readonly url: string; readonly body: unknown }[] = [];
  vi.stubGlobal('fetch', (url: string, init: { body: string }) => {
    asked.push({ url, body: JSON.parse(init.body) as unknown });
    const { status, value } = answers[url] ?? GONE;
    return Promise.resolve(Response.json(value, { status }));
  });
  const onSignedIn = vi.fn();
  await renderScreen(<SetPasswordPage secret={SECRET} onSignedIn={onSignedIn} onSignIn={vi.fn()} />, 'setPassword');
  return { asked, onSignedIn };
}

function save(password: string) {
  fireEvent.change(screen.getByLabelText('Password', { selector: 'input' }), { target: { value: password } });
  fireEvent.click(screen.getByRole('button', { name: 'Save and sign in' }));
}

test('[PER10] opening the page asks whom the link is for and uses nothing up; the password is sent once, and signs in', async () => {
  const { asked, onSignedIn } = await openPage({
    [pathOf('account-link:read')]: { status: 200, value: IDA },
    [pathOf('account-link:use')]: { status: 200, value: IDA },
    [pathOf('account:sign-in')]: { status: 200, value: ACCOUNT },
  });
  expect(await screen.findByRole('heading', { name: 'Welcome, Ida Berg' })).toBeTruthy();
  expect(asked).toEqual([{ url: pathOf('account-link:read'), body: { secret: SECRET } }]);
  save(PASSWORD);
  await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(asked.slice(1)).toEqual([
    { url: pathOf('account-link:use'), body: { secret: SECRET, password: PASSWORD } },
    { url: pathOf('account:sign-in'), body: { email: IDA.email, password: PASSWORD } },
  ]);
});

test('a short password is not sent', async () => {
  const { asked } = await openPage({ [pathOf('account-link:read')]: { status: 200, value: IDA } });
  await screen.findByRole('heading', { name: 'Welcome, Ida Berg' });
  save('short');
  expect(await screen.findByText('Use 12 to 128 characters.')).toBeTruthy();
  expect(asked).toHaveLength(1);
});

test('a link that is no longer good says so, also when it ends while the form is open', async () => {
  await openPage({ [pathOf('account-link:read')]: { status: 200, value: IDA } });
  await screen.findByRole('heading', { name: 'Welcome, Ida Berg' });
  save(PASSWORD);
  expect(await screen.findByRole('heading', { name: 'This link no longer works' })).toBeTruthy();
});
