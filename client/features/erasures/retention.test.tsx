// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import type { AnnouncedLine, Retention } from '#shared/protocol/http/retention.ts';
import { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import { Erasures } from './ErasuresPage.tsx';

const LINE: AnnouncedLine = {
  place: 1,
  familyId: FamilyId.parse('00000000-0000-4000-8000-0000000000f1'),
  familyName: 'Lark',
  sessionId: SessionId.parse('00000000-0000-4000-8000-0000000000a1'),
  recordedAt: '2026-03-02T09:00:00Z',
  announcedOn: '2026-03-20',
  erasesOn: '2026-04-19',
  obstacles: [],
};
const KEPT: Retention = {
  rules: { recording: 'keep', record: 'keep', untilAge: 'any' },
  announced: { recording: 0, record: 0 },
  lookedOn: null,
};

async function show(lines: readonly AnnouncedLine[] = [], retention: Partial<Retention> = {}) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string, init?: { readonly method?: string; readonly body?: string }) => {
    asked.push(`${init?.method ?? 'GET'} ${url} ${init?.body ?? ''}`.trim());
    const answer = () => {
      if (init?.method === 'POST') return null;
      if (url.includes('preview')) return { counts: { recording: 12, record: 1 }, from: '2026-04-19' };
      if (url.includes('announced')) return { lines, next: null };
      if (url.includes('retention')) return { ...KEPT, ...retention };
      return url.includes('erasures') ? { lines: [], next: null } : [];
    };
    return Promise.resolve(Response.json(answer()));
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await renderScreen(
    <QueryClientProvider client={queries}>
      <Erasures />
    </QueryClientProvider>,
    'erasures',
    'retention',
  );
  fireEvent.click(screen.getByRole('tab', { name: 'Retention' }));
  return { asked };
}

test('[RET1] before an admin sets a rule they read how much it would erase, and when at the soonest', async () => {
  const { asked } = await show();
  fireEvent.change(await screen.findByLabelText('Recordings of sessions'), { target: { value: '1-year' } });
  fireEvent.click(screen.getByRole('button', { name: 'See what this would erase' }));
  expect(
    await screen.findByText(/12 recordings and 1 whole record now, and erase none of it before Apr 19/u),
  ).toBeTruthy();
  expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Set these rules' }));
  const rules = '{"recording":"1-year","record":"keep","untilAge":"any"}';
  await waitFor(() => expect(asked).toContain(`POST /api/retention ${rules}`));
  expect(await screen.findAllByText('The rules are set.')).not.toEqual([]);
});

test('[RET7] [RET8] the page says that the audit is always kept, and what ended is not', async () => {
  await show();
  expect(await screen.findByText(/^The audit is always kept/u)).toBeTruthy();
  expect(screen.getByText(/removed 30 days after they ended/u)).toBeTruthy();
  expect(await screen.findByText('Nothing is announced')).toBeTruthy();
});

test('[RET3] an admin reads by name what will be erased and when, and what prevents it', async () => {
  const record = { ...LINE, place: 2, familyName: 'Wren', sessionId: null, recordedAt: null };
  await show([LINE, { ...record, obstacles: ['legal-hold'] }], { announced: { recording: 1, record: 1 } });
  expect(await screen.findByText('Lark')).toBeTruthy();
  expect(screen.getByText(/^Recording of Mar 2/u)).toBeTruthy();
  expect(screen.getByText('The whole record')).toBeTruthy();
  expect(screen.getByText('Legal hold')).toBeTruthy();
  expect(await screen.findByRole('option', { name: 'Recordings (1)' })).toBeTruthy();
});
