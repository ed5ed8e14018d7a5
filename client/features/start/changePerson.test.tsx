// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { queryOf } from '#client/api/queryOf.ts';
import type { SentLink } from '#shared/protocol/http/accountLinks.ts';
import { AccountChange, FactorRemoval, type Person } from '#shared/protocol/http/people.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { ChangePersonDialog } from './ChangePersonDialog.tsx';

const IDA: Person = {
  userId: ParticipantId.parse('ida'),
  name: 'Ida Berg',
  email: 'ida@clinic.example',
  role: 'therapist',
  standing: 'active',
  invitedUntil: null,
  secondFactors: [],
};

async function openDialog(person: Person = IDA, link?: SentLink) {
  const sent: object[] = [];
  const changed = { ...person, name: 'Ida Changed' };
  vi.stubGlobal('fetch', (url: string, init: { body: string }) => {
    if (url === pathOf('people:send-link', { userId: person.userId })) return Promise.resolve(Response.json(link));
    const isRemoval = url === pathOf('people:remove-second-factor', { userId: person.userId });
    if (!isRemoval) expect(url).toBe(pathOf('people:change', { userId: person.userId }));
    sent.push((isRemoval ? FactorRemoval : AccountChange).parse(JSON.parse(init.body)));
    return Promise.resolve(Response.json(changed));
  });
  const queries = new QueryClient();
  queries.setQueryData(queryOf('people:list').queryKey, [person]);
  const onClose = vi.fn();
  const onSent = vi.fn();
  await renderScreen(
    <QueryClientProvider client={queries}>
      <ChangePersonDialog person={person} onSent={onSent} onClose={onClose} />
    </QueryClientProvider>,
    'start',
  );
  const done = () => waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  return { sent, done, onSent, listed: () => queries.getQueryData(queryOf('people:list').queryKey) };
}

test('another role is sent, and the list shows the answer', async () => {
  const { sent, done, listed } = await openDialog();
  fireEvent.change(screen.getByLabelText('New role'), { target: { value: 'supervisor' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await done();
  expect(sent).toEqual([{ what: 'role', role: 'supervisor' }]);
  expect(listed()).toMatchObject([{ name: 'Ida Changed' }]);
});

test('a link for a new password is made, and nobody types a password', async () => {
  const link: SentLink = { by: 'mail', expiresAt: '2026-03-03T09:00:00.000Z' };
  const { onSent } = await openDialog(IDA, link);
  fireEvent.click(screen.getByRole('radio', { name: 'A link for a new password' }));
  expect(screen.queryByLabelText(/password/i, { selector: 'input[type=password]' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Send the link' }));
  await waitFor(() => expect(onSent).toHaveBeenCalledExactlyOnceWith(link));
});

test.for([
  ['active', 'Deactivate'],
  ['deactivated', 'Reactivate'],
] as const)('whoever is %s can only lose their access, or get it back', async ([standing, label]) => {
  const { sent, done } = await openDialog({ ...IDA, standing });
  fireEvent.click(screen.getByRole('radio', { name: label }));
  fireEvent.click(screen.getByRole('button', { name: label }));
  await done();
  expect(sent).toEqual([{ what: 'access', isActive: standing === 'deactivated' }]);
});

test('a second step is removed only once the admin said how they made sure who asks', async () => {
  const { sent, done } = await openDialog({ ...IDA, secondFactors: ['app'] });
  fireEvent.click(screen.getByRole('radio', { name: 'Remove the second step' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove the second step' }));
  expect(screen.getByText('Choose how you made sure.')).toBeDefined();
  expect(sent).toEqual([]);
  fireEvent.click(screen.getByRole('radio', { name: 'I called the number that the clinic already had' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove the second step' }));
  await done();
  expect(sent).toEqual([{ madeSure: 'by-call' }]);
});
