// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { aLiveSession } from '#client/live/testing/aLiveSession.ts';
import { LEAD, PARENT } from '#shared/session/testing/aSession.ts';
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

test('[SAF3] who asks for help is said at once, and until staff end it', async () => {
  const live = aLiveSession();
  await openConsole(live);
  await pressAndWait('F2', { code: 'F2' });
  const raise = panel().getByRole('button', { name: /Raise an emergency/ });
  // Pressed twice, as a screen reader presses what others hold.
  fireEvent.click(raise);
  fireEvent.click(raise);
  expect(live.asked).toContainEqual({ name: 'emergency:raise', input: {} });
  act(() => live.happen({ type: 'emergency.raised', by: PARENT }));
  expect(screen.getByText(/asks for help/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Raise an emergency/ })).toBeNull();
  act(() => live.happen({ type: 'emergency.ended', by: LEAD }));
  expect(screen.queryByText(/asks for help/)).toBeNull();
});
