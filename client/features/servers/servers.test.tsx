// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { queryOf } from '#client/api/queryOf.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import type { ServerLine } from '#shared/protocol/http/servers.ts';
import { Servers } from './ServersPage.tsx';

const SERVER: ServerLine = {
  address: null,
  isSilent: false,
  at: '2026-03-02T09:04:57Z',
  startedAt: '2026-03-02T07:00:00Z',
  sessions: [
    { phase: 'coding', count: 2 },
    { phase: 'closed', count: 1 },
  ],
  people: 7,
  recordings: 3,
  isSaving: true,
  delayMs: 1.4,
  memoryBytes: 210_000_000,
  media: [
    { plane: 'room', load: 12, replaced: 0 },
    { plane: 'room', load: 4, replaced: 0 },
    { plane: 'voice', load: 5, replaced: 0 },
  ],
};

async function show(...servers: readonly ServerLine[]) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  queries.setQueryData(queryOf('servers:list').queryKey, { servers: [...servers] });
  await renderScreen(
    <QueryClientProvider client={queries}>
      <Servers />
    </QueryClientProvider>,
    'servers',
  );
}

test('an admin sees how the server does, in words and in figures', async () => {
  await show(SERVER);
  const server = within(screen.getByRole('region', { name: 'The clinic’s server' }));
  expect(server.getByText('Saves everything')).toBeTruthy();
  expect(server.getByText('Answers at once')).toBeTruthy();
  expect(server.getByText('2 · Coding')).toBeTruthy();
  expect(server.getByText('Pictures: 16, voices: 5')).toBeTruthy();
  expect(server.getByText('210 MB')).toBeTruthy();
  expect(screen.queryByText(/died/u)).toBeNull();
});

test('what is not well is said first, with what becomes of the codes', async () => {
  await show({ ...SERVER, isSaving: false, delayMs: 82, media: [{ plane: 'voice', load: 0, replaced: 2 }] });
  expect(screen.getByText(/^Cannot save. Codes wait/u)).toBeTruthy();
  expect(screen.getByText('Busy: presses can wait 82 ms')).toBeTruthy();
  expect(screen.getByText('Media workers died 2 times and were replaced.')).toBeTruthy();
});

test('each of several servers has its address, and one without news says since when', async () => {
  await show(
    { ...SERVER, address: 'http://10.0.0.5:3000' },
    { ...SERVER, address: 'http://10.0.0.6:3000', at: '2026-03-02T09:04:00Z', isSilent: true, sessions: [] },
  );
  const silent = within(screen.getByRole('region', { name: 'http://10.0.0.6:3000' }));
  expect(silent.getByText(/^No news since .*9:04/u)).toBeTruthy();
  expect(silent.getByText('None')).toBeTruthy();
  expect(silent.queryByText('Saves everything')).toBeNull();
  expect(within(screen.getByRole('region', { name: 'http://10.0.0.5:3000' })).queryByText(/^No news/u)).toBeNull();
});
