// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { Erasures } from './ErasuresPage.tsx';

const COUNTS = { sessions: 12, facts: 900, entries: 30, recordings: 1 };
const LINE = {
  place: 1,
  familyId: '00000000-0000-4000-8000-0000000000f1',
  familyName: 'Lark',
  reason: 'family-asked',
  askedBy: 'Noor',
  askedAt: '2026-03-02T09:00:00Z',
  counts: COUNTS,
  obstacles: [] as readonly string[],
  confirmedBy: null,
  isByRule: false,
  begunAt: null,
  finishedAt: null,
};

async function show(line: Partial<typeof LINE> = {}) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string, init?: { readonly method?: string }) => {
    asked.push(`${init?.method ?? 'GET'} ${url}`);
    if (url.includes('/confirm')) return Promise.resolve(Response.json(null));
    if (url.includes('requested')) return Promise.resolve(Response.json({ lines: [{ ...LINE, ...line }], next: null }));
    if (url.includes('erasures')) return Promise.resolve(Response.json({ lines: [], next: null }));
    return Promise.resolve(Response.json([]));
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await renderScreen(
    <QueryClientProvider client={queries}>
      <Erasures />
    </QueryClientProvider>,
    'erasures',
    'retention',
  );
  return { asked };
}

test('[ERA1] before a family is erased for good, the admin reads what will be gone and holds the button', async () => {
  const { asked } = await show();
  fireEvent.click(await screen.findByRole('button', { name: 'Erase Lark' }));
  expect(await screen.findByText(/^This removes the record, 12 sessions, 1 recording, 30 entries/)).toBeTruthy();
  const button = screen.getByRole('button', { name: /^Erase for good/ });
  // A device that can only click presses it twice.
  fireEvent.click(button);
  expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
  fireEvent.click(button);
  await waitFor(() => expect(asked).toContain('POST /api/erasures/confirm'));
  expect(await screen.findAllByText(/Make a backup now/)).not.toEqual([]);
});

test('[ERA2] what prevents an erasure is said, and the family cannot be erased', async () => {
  await show({ obstacles: ['legal-hold', 'session-open'] });
  expect(await screen.findByText('Legal hold')).toBeTruthy();
  expect(screen.getByText('Somebody is in a session')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Erase Lark' })).toBeNull();
});
