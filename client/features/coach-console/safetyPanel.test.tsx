// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { aLiveSession } from '#client/live/testing/aLiveSession.ts';
import { LEAD } from '#shared/session/testing/aSession.ts';
import { openConsole, pressAndWait } from './testing/openConsole.tsx';

const panel = () => within(screen.getByRole('complementary', { name: 'Safety' }));

test('[SAF1] one key opens the sheet, and a confirmation names its revision', async () => {
  const live = aLiveSession();
  await openConsole(live);
  expect(screen.getByRole('button', { name: /Safety.*not confirmed yet/ })).toBeTruthy();
  await pressAndWait('F2', { code: 'F2' });
  expect(panel().getByRole('link', { name: '+49 30 1234567' }).getAttribute('href')).toBe('tel:+49301234567');
  expect(panel().getByText('Lindenweg 4, 12345 Musterstadt')).toBeTruthy();
  const confirm = panel().getByRole('button', { name: /confirms it for today/ });
  await userEvent.click(confirm);
  expect(live.asked).toContainEqual({ name: 'safety:confirm', input: { revision: 2, inRoom: 'Maria, Jon' } });

  act(() => live.happen({ type: 'safety.confirmed', by: LEAD, revision: 2 }));
  expect(panel().getByText('Confirmed with the family in this session.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /not confirmed yet/ })).toBeNull();
});

test('[SAF1] a sheet that has changed must be confirmed again', async () => {
  const live = aLiveSession();
  live.happen({ type: 'safety.confirmed', by: LEAD, revision: 1 });
  await openConsole(live);
  await pressAndWait('F2', { code: 'F2' });
  expect(panel().getByText(/has changed since the family confirmed it/)).toBeTruthy();
});

test('without a connection the telephone number is still one press away', async () => {
  const live = aLiveSession();
  await openConsole(live);
  await act(async () => Promise.resolve());
  live.refuse('safety:read', 'No connection.');
  act(() => live.set({ connection: 'lost' }));
  await userEvent.click(screen.getByRole('button', { name: 'Telephone and address' }));
  expect(panel().getByRole('link', { name: '+49 30 1234567' })).toBeTruthy();
});
