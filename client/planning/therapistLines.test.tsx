// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { MeProvider } from '#client/api/me.ts';
import { queryOf } from '#client/api/queryOf.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import type { AssignedFamily, Colleague } from '#shared/protocol/http/caseloads.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { FamilyId, ParticipantId } from '#shared/protocol/ids.ts';
import { TherapistLines } from './TherapistLines.tsx';

const person = (id: string, name: string): Colleague => ({ userId: ParticipantId.parse(id), name });
const [IDA, OMAR, ADA] = [person('ida', 'Ida'), person('omar', 'Omar'), person('ada', 'Ada')];
const LARK: AssignedFamily = {
  familyId: FamilyId.parse('00000000-0000-4000-8000-0000000000f1'),
  name: 'Lark',
  therapists: [{ ...IDA, cover: null, isActive: true }],
};
const COVERED: AssignedFamily = {
  ...LARK,
  therapists: [...LARK.therapists, { ...OMAR, cover: { for: 'Ida', until: '2026-03-05' }, isActive: true }],
};

async function show(who: Colleague, role: Account['role'], family = LARK, colleagues = [IDA, OMAR]) {
  const sent: { readonly url: string; readonly body: unknown }[] = [];
  vi.stubGlobal('fetch', (url: string, { method, body }: { method: string; body: string }) => {
    if (method === 'GET') return Promise.resolve(Response.json(colleagues));
    sent.push({ url, body: JSON.parse(body) });
    return Promise.resolve(Response.json(url.endsWith('end-cover') ? null : { families: 1 }));
  });
  const queries = new QueryClient();
  queries.setQueryData(queryOf('colleagues:list').queryKey, colleagues);
  const onGone = vi.fn();
  await renderScreen(
    <QueryClientProvider client={queries}>
      <MeProvider value={{ ...who, email: 'x@clinic.example', role }}>
        <TherapistLines family={family} onGone={onGone} />
      </MeProvider>
    </QueryClientProvider>,
    'caseloads',
  );
  return { sent, onGone, user: userEvent.setup() };
}

const dialog = () => within(screen.getByRole('dialog'));

test('a therapist hands a family over to a colleague, and leaves its page', async () => {
  const { sent, onGone, user } = await show(IDA, 'therapist');
  await user.click(screen.getByRole('button', { name: 'Hand over Lark from Ida' }));
  await user.click(dialog().getByRole('button', { name: 'Hand over' }));
  expect(dialog().getByText('Choose a therapist.')).toBeTruthy();
  await user.selectOptions(dialog().getByLabelText('To'), 'Omar');
  await user.click(dialog().getByRole('button', { name: 'Hand over' }));
  await waitFor(() => expect(onGone).toHaveBeenCalledOnce());
  expect(sent).toEqual([
    { url: '/api/caseloads/hand-over', body: { families: LARK.familyId, from: 'ida', to: 'omar' } },
  ]);
});

test('a supervisor hands over a whole caseload, and stays', async () => {
  const { sent, onGone, user } = await show(ADA, 'supervisor');
  await user.click(screen.getByRole('button', { name: 'Hand over Lark from Ida' }));
  await user.selectOptions(dialog().getByLabelText('To'), 'Omar');
  await user.click(dialog().getByLabelText(/^All families of Ida/));
  await user.click(dialog().getByRole('button', { name: 'Hand over' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body).toEqual({ families: 'all', from: 'ida', to: 'omar' });
  expect(onGone).not.toHaveBeenCalled();
});

test('a cover needs its last day', async () => {
  const { sent, user } = await show(IDA, 'therapist');
  await user.click(screen.getByRole('button', { name: 'Arrange cover for Ida with Lark' }));
  await user.selectOptions(dialog().getByLabelText('Who covers'), 'Omar');
  await user.click(dialog().getByRole('button', { name: 'Arrange cover' }));
  expect(dialog().getByText('Choose today or a later day.')).toBeTruthy();
  await user.type(dialog().getByLabelText('Until and including'), '2999-01-01');
  await user.click(dialog().getByRole('button', { name: 'Arrange cover' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({
    url: '/api/caseloads/cover',
    body: { families: LARK.familyId, from: 'ida', to: 'omar', until: '2999-01-01' },
  });
});

test('who covers can end it, and cannot give the family away', async () => {
  const { sent, user } = await show(OMAR, 'therapist', COVERED);
  expect(screen.getByText(/^Omar covers for Ida through/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^(Hand over|Arrange cover|Add a therapist)/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'End cover: Lark by Omar' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body).toEqual({ familyId: LARK.familyId, userId: 'omar' });
});

test('a family that nobody treats is assigned by an admin', async () => {
  const { sent, user } = await show(ADA, 'admin', { ...LARK, therapists: [] });
  expect(screen.getByText('Nobody treats this family.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Assign Lark to a therapist' }));
  await user.selectOptions(dialog().getByLabelText('To'), 'Ida');
  await user.click(dialog().getByRole('button', { name: 'Assign' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body).toEqual({ families: LARK.familyId, from: null, to: 'ida' });
});

test('without a colleague the dialog says what to do', async () => {
  const { user } = await show(IDA, 'therapist', LARK, [IDA]);
  await user.click(screen.getByRole('button', { name: 'Hand over Lark from Ida' }));
  expect(dialog().getByText(/Ask your clinic admin to check the teams/)).toBeTruthy();
});
