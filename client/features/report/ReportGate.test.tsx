// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { SessionId } from '#shared/protocol/ids.ts';
import { ReportGate } from './ReportGate.tsx';

const SESSION = SessionId.parse('00000000-0000-4000-8000-000000000010');

async function show(answer: () => Response) {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    sent.push([init?.method, path, init?.body]);
    return Promise.resolve(answer());
  });
  const onOpened = vi.fn(() => Promise.resolve());
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  await renderScreen(
    <RouterContextProvider router={router}>
      <QueryClientProvider client={new QueryClient()}>
        <ReportGate sessionId={SESSION} onOpened={onOpened} />
      </QueryClientProvider>
    </RouterContextProvider>,
    'report',
  );
  return { sent, onOpened };
}

test('[REV1] nothing is sent until the reader decides to see the codes, and then the report is read again', async () => {
  const { sent, onOpened } = await show(() => Response.json({ facts: [], upTo: 9, whole: false, sight: 'open' }));
  expect(screen.getByText(/can no longer code the session independently/)).toBeTruthy();
  expect(sent).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Open the report' }));
  await vi.waitFor(() => expect(onOpened).toHaveBeenCalledOnce());
  expect(sent).toEqual([['POST', `/api/sessions/${SESSION}/review?after=0`, JSON.stringify({ type: 'review.open' })]]);
});

test('[REV1] a refusal says why, and opens nothing', async () => {
  const said = 'You are coding this session blind. Finish that first.';
  const { onOpened } = await show(() => Response.json({ error: said }, { status: 409 }));
  await userEvent.click(screen.getByRole('button', { name: 'Open the report' }));
  expect(await screen.findByText(said)).toBeTruthy();
  expect(onOpened).not.toHaveBeenCalled();
});
