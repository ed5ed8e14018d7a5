// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { queryOf } from '#client/api/queryOf.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import type { Person } from '#shared/protocol/http/people.ts';
import type { Team } from '#shared/protocol/http/teams.ts';
import { ParticipantId, TeamId } from '#shared/protocol/ids.ts';
import { TeamSection } from './TeamSection.tsx';

const person = (id: string, name: string, role: Person['role']): Person => {
  return {
    userId: ParticipantId.parse(id),
    name,
    role,
    email: `${id}@clinic.example`,
    standing: 'active',
    invitedUntil: null,
    secondFactors: [],
  };
};
const PEOPLE: Person[] = [
  person('ida', 'Ida', 'therapist'),
  person('ada', 'Ada', 'supervisor'),
  person('kim', 'Kim', 'admin'),
  { ...person('omar', 'Omar', 'therapist'), standing: 'deactivated' },
];
const HARBOR: Team = {
  teamId: TeamId.parse('00000000-0000-4000-8000-00000000c11c'),
  name: 'Harbor Street',
  members: [{ userId: ParticipantId.parse('ida'), name: 'Ida' }],
  leads: [],
  isRetired: false,
};

async function show(team = HARBOR) {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', (_: string, { method, body }: { method: string; body: string }) => {
    if (method === 'GET') return Promise.resolve(Response.json(PEOPLE));
    sent.push(JSON.parse(body));
    return Promise.resolve(Response.json(team));
  });
  const queries = new QueryClient();
  queries.setQueryData(queryOf('people:list').queryKey, PEOPLE);
  await renderScreen(
    <QueryClientProvider client={queries}>
      <TeamSection team={team} />
    </QueryClientProvider>,
    'teams',
  );
  return { sent, user: userEvent.setup() };
}

const dialog = () => within(screen.getByRole('dialog'));

test('a supervisor is added as lead; admins and inactive people cannot be chosen', async () => {
  const { sent, user } = await show();
  expect(screen.getByText('Nobody leads this team. Add a supervisor.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Add a person to Harbor Street' }));
  const choice = dialog().getByLabelText('Person');
  expect(within(choice).queryByText(/Kim|Omar/)).toBeNull();
  await user.selectOptions(choice, 'ada');
  await user.selectOptions(dialog().getByLabelText('As'), 'lead');
  await user.click(dialog().getByRole('button', { name: 'Add' }));
  await waitFor(() => expect(sent).toEqual([{ what: 'add', userId: 'ada', part: 'lead' }]));
});

test('a member is removed, and the team renamed and retired', async () => {
  const { sent, user } = await show();
  await user.click(screen.getByRole('button', { name: 'Remove Ida from Harbor Street' }));
  await user.click(screen.getByRole('button', { name: 'Rename Harbor Street' }));
  await user.clear(dialog().getByLabelText('Name of the team'));
  await user.type(dialog().getByLabelText('Name of the team'), 'South Pier');
  await user.click(dialog().getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Retire Harbor Street' }));
  await user.click(dialog().getByRole('button', { name: 'Retire' }));
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent).toEqual([
    { what: 'remove', userId: 'ida', part: 'member' },
    { what: 'name', name: 'South Pier' },
    { what: 'retire', isRetired: true },
  ]);
});
