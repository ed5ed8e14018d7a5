// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { queryOf } from '#client/api/queryOf.ts';
import { AccountChange, type Person } from '#shared/protocol/http/people.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { ChangePersonDialog } from './ChangePersonDialog.tsx';

const IDA: Person = {
  userId: ParticipantId.parse('ida'),
  name: 'Ida Berg',
  email: 'ida@clinic.example',
  role: 'therapist',
  isActive: true,
};

async function openDialog(person: Person = IDA) {
  const sent: AccountChange[] = [];
  const changed = { ...person, name: 'Ida Changed' };
  vi.stubGlobal('fetch', (url: string, init: { body: string }) => {
    expect(url).toBe(pathOf('people:change', { userId: person.userId }));
    sent.push(AccountChange.parse(JSON.parse(init.body)));
    return Promise.resolve(Response.json(changed));
  });
  const queries = new QueryClient();
  queries.setQueryData(queryOf('people:list').queryKey, [person]);
  const onClose = vi.fn();
  await renderScreen(
    <QueryClientProvider client={queries}>
      <ChangePersonDialog person={person} onClose={onClose} />
    </QueryClientProvider>,
    'start',
  );
  const done = () => waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  return { sent, done, listed: () => queries.getQueryData(queryOf('people:list').queryKey) };
}

test('another role is sent, and the list shows the answer', async () => {
  const { sent, done, listed } = await openDialog();
  fireEvent.change(screen.getByLabelText('New role'), { target: { value: 'supervisor' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await done();
  expect(sent).toEqual([{ what: 'role', role: 'supervisor' }]);
  expect(listed()).toMatchObject([{ name: 'Ida Changed' }]);
});

test('a short password is not sent', async () => {
  const { sent, done } = await openDialog();
  fireEvent.click(screen.getByRole('radio', { name: 'New password' }));
  const field = screen.getByLabelText('New password', { selector: 'input[type=password]' });
  fireEvent.change(field, { target: { value: 'short' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Use at least 12 characters.')).toBeTruthy();
  fireEvent.change(field, { target: { value: 'a long pass phrase' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await done();
  expect(sent).toEqual([{ what: 'password', password: 'a long pass phrase' }]);
});

test.for([
  [true, 'Deactivate'],
  [false, 'Reactivate'],
] as const)('whoever can sign in (%s) can only lose that, or get it back', async ([isActive, label]) => {
  const { sent, done } = await openDialog({ ...IDA, isActive });
  fireEvent.click(screen.getByRole('radio', { name: label }));
  fireEvent.click(screen.getByRole('button', { name: label }));
  await done();
  expect(sent).toEqual([{ what: 'access', isActive: !isActive }]);
});
