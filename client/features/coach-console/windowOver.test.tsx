// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aLiveSession } from '#client/live/testing/aLiveSession.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { aFact, CAREGIVER_A, LEAD, START_CODING, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { CODING, CODING_PDI, openConsole, press } from './testing/openConsole.tsx';

const { windowId } = START_CODING;
const OVER: FactDraft = { type: 'coding.finished', by: LEAD, windowId, complete: false };
const VOID: FactDraft = { type: 'window.voided', by: LEAD, windowId, reason: 'Grandmother came in' };

test('[CDI6] a finished window can be rated; each choice is saved at once, and nothing waits for it', async () => {
  const live = aLiveSession([...CODING, OVER]);
  await openConsole(live);
  fireEvent.click(screen.getByRole('button', { name: 'Rate the window …' }));
  fireEvent.click(screen.getAllByRole('radio', { name: 'Satisfactory' })[0]!);
  expect(live.asked).toEqual([{ name: 'window:rate', input: { windowId, ratings: { imitation: 'Satisfactory' } } }]);
  press('l');
  expect(live.getSnapshot().unsent).toHaveLength(1);
});

test('[WIN4] a window is voided with a reason, from the pause panel', async () => {
  const live = aLiveSession(CODING);
  await openConsole(live);
  fireEvent.click(screen.getByRole('button', { name: 'Pause with a reason …' }));
  const reason = screen.getByRole('textbox', { name: 'Why this window should not count' });
  fireEvent.change(reason, { target: { value: 'Fire alarm' } });
  fireEvent.click(screen.getByRole('button', { name: 'Void this window' }));
  expect(live.asked).toEqual([{ name: 'window:void', input: { windowId, reason: 'Fire alarm' } }]);
});

test('[WIN4] a void window says why, and one button codes again in the same phase', async () => {
  const live = aLiveSession([...CODING_PDI, OVER, VOID]);
  await openConsole(live);
  expect(screen.getAllByText('Does not count: Grandmother came in')[0]).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Code again' }));
  expect(live.asked).toMatchObject([{ name: 'coding:start', input: { kind: 'pdi' } }]);
});

test('a window of the other treatment phase is offered by its short name', async () => {
  const live = aLiveSession();
  await openConsole(live);
  fireEvent.click(screen.getByRole('button', { name: 'Code PDI' }));
  expect(live.asked).toMatchObject([{ name: 'coding:start', input: { kind: 'pdi' } }]);
});

test('[SEQ9] the signed time-out plan is shown beside the people', async () => {
  await openConsole(aLiveSession());
  press(',');
  expect(screen.getByRole('heading', { name: 'Time-out plan of this family' })).toBeTruthy();
  expect(screen.getByText('none')).toBeTruthy();
});

test('[NXT1] while coaching, the console names the skill closest to its goal; while coding, none', async () => {
  const said: FactDraft[] = ['LP', 'BD', 'BD', 'RF'].map((code, n) => {
    const pressed = { codeId: aFact.codeId(n + 1), code, heardAt: 60_000, pressedAt: 60_000, caregiverId: CAREGIVER_A };
    return { type: 'code.recorded', by: LEAD, ...pressed };
  });
  const live = aLiveSession([...UNTIL_CHECK_IN, START_CODING, ...said]);
  live.setNow(340_000);
  await openConsole(live);
  expect(screen.queryByText(/^Coach next/)).toBeNull();
  act(() => live.happen({ ...OVER, complete: true }, { type: 'coaching.started', by: LEAD }));
  expect(screen.getByText('Coach next: Behavior descriptions')).toBeTruthy();
});
