// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { queryOf } from '#client/api/queryOf.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { aFamilyRecord } from '#shared/course/testing/aFamilyRecord.ts';
import { SessionDialog } from './SessionDialog.tsx';

test('[CNS4] a session that the family said no to is refused in the server’s words, which say where to look', async () => {
  const said = 'The family said no to sessions by video. See “Consent” on the family’s page.';
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ error: said }, { status: 409 })));
  const record = aFamilyRecord();
  const { family } = record;
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  queries.setQueryData(queryOf('family:read', { familyId: family.familyId }).queryKey, record);
  await renderScreen(
    <QueryClientProvider client={queries}>
      <SessionDialog family={family} onClose={() => expect.unreachable('The dialog stays open.')} />
    </QueryClientProvider>,
    'planning',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Create session' }));
  expect((await screen.findByRole('alert')).textContent).toBe(said);
});
