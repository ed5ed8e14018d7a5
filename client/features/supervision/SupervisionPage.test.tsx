// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aLiveSession, liveParts } from '#client/live/testing/aLiveSession.ts';
import { LiveProvider } from '#client/live/LiveContext.tsx';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { Self } from '#shared/protocol/contract.ts';
import {
  aFact,
  CAREGIVER_A,
  LEAD,
  sounds,
  START_CODING,
  SUPERVISOR,
  UNTIL_CHECK_IN,
} from '#shared/session/testing/aSession.ts';
import { SupervisionPage } from './SupervisionPage.tsx';

const INES: Self = { participantId: SUPERVISOR, name: 'Ines', role: 'supervisor', part: 'observer' };

async function openSupervision() {
  const live = aLiveSession([...UNTIL_CHECK_IN, sounds(LEAD), START_CODING], INES);
  const { parts, microphone } = liveParts(live);
  await renderScreen(
    <LiveProvider parts={parts}>
      <SupervisionPage program={PCIT} />
    </LiveProvider>,
    'console',
    'supervision',
    'coaching',
    'recording',
    'pad',
    'safety',
    'why',
  );
  return { live, microphone, asked: () => live.asked.map(({ name }) => name) };
}

test('the lead coach’s codes come as they are given, with what they make of mastery', async () => {
  const { live } = await openSupervision();
  live.setNow(70_000);
  act(() =>
    live.happen({
      type: 'code.recorded',
      by: LEAD,
      codeId: aFact.codeId(1),
      code: 'LP',
      caregiverId: CAREGIVER_A,
      heardAt: 69_000,
      pressedAt: 69_100,
    }),
  );
  expect(within(screen.getByRole('region', { name: 'Last codes' })).getByText('LP')).toBeTruthy();
  expect(screen.getByRole('img', { name: 'Labeled praise: 1, 9 more' })).toBeTruthy();
});

test('observers can give no codes and start no phases', async () => {
  const { asked } = await openSupervision();
  fireEvent.keyDown(document.body, { key: 'l', code: 'KeyL' });
  expect(screen.queryByRole('region', { name: 'What comes next' })).toBeNull();
  expect(asked()).toEqual([]);
});

test('even while coding, an observer’s talk reaches only the lead coach and says so', async () => {
  const { asked, microphone } = await openSupervision();
  expect(screen.getByText('Only Noor will hear you')).toBeTruthy();
  fireEvent.keyDown(document.body, { key: ' ', code: 'Space' });
  expect(microphone.enabled).toBe(true);
  fireEvent.keyUp(document.body, { key: ' ', code: 'Space' });
  expect(microphone.enabled).toBe(false);
  expect(asked()).toEqual(['voice:open', 'voice:close']);
});

test('[EAR3] talk to a lead coach whose page would not play it is not shown as heard', async () => {
  const { live } = await openSupervision();
  act(() => live.happen(sounds(LEAD, 'not-playing')));
  expect(screen.getByText('Noor can’t hear you right now')).toBeTruthy();
  expect(screen.queryByText('Only Noor will hear you')).toBeNull();
});

test('the lead can be taken only while the lead coach is away', async () => {
  const { live } = await openSupervision();
  expect(screen.queryByRole('button', { name: /Take the lead/ })).toBeNull();
  act(() => live.happen({ type: 'participant.left', by: 'server', participantId: LEAD, why: 'connection' }));
  expect(screen.getByText('Noor’s connection is lost. Someone needs to take the lead.')).toBeTruthy();
  expect(screen.getByRole('button', { name: /Take the lead/ })).toBeTruthy();
});

test('[SEQ1] the state of a command is shown, but observers cannot code it', async () => {
  const { live } = await openSupervision();
  live.setNow(60_000);
  const command = { codeId: aFact.codeId(1), code: 'DC', caregiverId: CAREGIVER_A, heardAt: 61_000, pressedAt: 61_000 };
  act(() =>
    live.happen(
      { type: 'coding.finished', by: LEAD, windowId: aFact.windowId(1), complete: false },
      { ...START_CODING, windowId: aFact.windowId(2), kind: 'pdi' },
    ),
  );
  live.setNow(62_000);
  act(() => live.happen({ type: 'code.recorded', by: LEAD, ...command }));
  const panel = screen.getByRole('region', { name: 'Following through' });
  expect(panel.textContent).not.toBe('');
  expect(within(panel).queryAllByRole('button')).toEqual([]);
});

test('[WIN4] a window that counts nowhere says so and why', async () => {
  const { live } = await openSupervision();
  act(() => live.happen({ type: 'window.voided', by: LEAD, windowId: aFact.windowId(1), reason: 'the doorbell rang' }));
  expect(screen.getAllByRole('status').some(({ textContent }) => textContent.includes('the doorbell rang'))).toBe(true);
});
