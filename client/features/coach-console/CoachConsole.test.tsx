// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { browserPressStore } from '#client/api/pressStore.ts';
import { aLiveSession } from '#client/live/testing/aLiveSession.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import { CAREGIVER_A, LEAD, PARENT, START_CODING, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { CODING, COACHING, openConsole, press } from './testing/openConsole.tsx';

test('while a prompt is being typed, keys do not code', async () => {
  const live = aLiveSession(COACHING);
  await openConsole(live);
  press('/');
  const field = screen.getByRole('textbox', { name: 'Write to Maria …' });
  expect(document.activeElement).toBe(field);
  fireEvent.keyDown(field, { key: 'l' });
  expect(live.getSnapshot().unsent).toHaveLength(0);
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(document.activeElement).not.toBe(field);
});

test('a new coach sees what to do now until they hide it; help shows it again', async () => {
  const live = aLiveSession();
  await openConsole(live);
  const guide = () => screen.queryByRole('complementary', { name: 'What to do now' });
  expect(guide()?.textContent).toMatch(/^Hold Space or the Talk button/);
  act(() => live.happen(START_CODING));
  expect(guide()?.textContent).toMatch(/^Stay silent/);
  fireEvent.click(screen.getByRole('button', { name: 'Hide tips' }));
  expect(guide()).toBeNull();
  expect(browserPressStore().getItem('earshot.guide')).toBe('false');
  press('F1');
  fireEvent.click(screen.getByRole('button', { name: 'Show tips for each phase' }));
  expect(guide()).toBeTruthy();
});

test('Shift+Enter takes the next step: coding the caregiver in play', async () => {
  const live = aLiveSession();
  await openConsole(live);
  press('Enter', { shiftKey: true });
  expect(live.asked).toMatchObject([{ name: 'coding:start', input: { kind: 'cdi', caregiverId: CAREGIVER_A } }]);
});

test('P pauses and resumes coding', async () => {
  const live = aLiveSession(CODING);
  const { asked } = await openConsole(live);
  press('p');
  act(() => live.happen({ type: 'coding.paused', by: LEAD, reason: 'Time-out' }));
  expect(screen.getByText('Clock paused: Time-out')).toBeTruthy();
  press('p');
  expect(asked()).toEqual(['coding:pause', 'coding:resume']);
});

test('the console says when a supervisor speaks, and who hears it', async () => {
  const live = aLiveSession(COACHING);
  await openConsole(live);
  const dana = ParticipantId.parse('dana');
  const joins = {
    type: 'participant.joined',
    by: 'server',
    participantId: dana,
    name: 'Dana',
    role: 'supervisor',
    device: null,
    wearer: null,
  } as const;
  const opens: FactDraft = {
    type: 'voice.opened',
    by: dana,
    participantId: dana,
    track: 'supervisor-voice',
    hearers: [LEAD],
  };
  act(() => live.happen(joins, opens));
  expect(screen.getByText('Dana is speaking to you. Only you hear this.')).toBeTruthy();
  act(() =>
    live.happen({ type: 'voice.closed', by: dana, participantId: dana, track: 'supervisor-voice', why: 'released' }),
  );
  expect(screen.queryByText(/is speaking to you/)).toBeNull();
});

const LINK = 'a'.repeat(32);
const EARLIER_LINKS = [
  {
    linkId: LINK,
    kind: 'family',
    state: 'unused',
    madeAt: null,
    expiresAt: '2026-01-02T10:00:00.000Z',
    usedAt: null,
    usedBy: null,
  },
  {
    linkId: 'b'.repeat(32),
    kind: 'family',
    state: 'used',
    madeAt: null,
    expiresAt: '2026-01-02T10:00:00.000Z',
    usedAt: '2026-01-02T09:00:00.000Z',
    usedBy: { kind: 'combined', wearer: null },
  },
];

test('the family’s link can be sent again in the middle of a session, and earlier ones can be withdrawn', async () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal('fetch', (_: string, { method }: RequestInit = {}) =>
    Promise.resolve(
      method === 'POST'
        ? Response.json({ linkId: LINK, url: 'https://clinic.test/join#abc', expiresAt: '2026-01-02T10:00:00.000Z' })
        : Response.json(EARLIER_LINKS),
    ),
  );
  await openConsole(aLiveSession());
  press(',');
  fireEvent.click(screen.getByRole('button', { name: 'Send the family’s link …' }));
  const field = await screen.findByRole('textbox', { name: 'The parent’s link' });
  expect(field).toHaveProperty('value', 'https://clinic.test/join#abc');
  expect(await screen.findByText(/^Opened on the family’s phone or laptop, /)).toBeTruthy();
  expect(screen.getAllByRole('button', { name: 'Turn away this device' })).toHaveLength(1);
  expect(screen.queryByText(/^Not opened yet/)).toBeNull();
});

test('a knocking device is shown in a row, and Alt+A lets it in', async () => {
  const live = aLiveSession(UNTIL_CHECK_IN.slice(0, 3));
  await openConsole(live);
  expect(screen.getByText('Waiting to join: Maria’s phone')).toBeTruthy();
  press('å', { altKey: true, code: 'KeyA' });
  expect(live.asked).toEqual([{ name: 'device:admit', input: { participantId: PARENT } }]);
});

test('a favorite is sent with one key, and its outcome is shown', async () => {
  const live = aLiveSession(COACHING);
  await openConsole(live);
  press('a');
  expect(live.asked).toMatchObject([{ name: 'prompt:send', input: { skill: 'LP', spoken: false } }]);
  const { promptId } = live.asked[0]!.input as { promptId: never };
  act(() => {
    const sent = { type: 'prompt.sent', by: LEAD, promptId, text: 'Praise that', caregiverId: CAREGIVER_A } as const;
    live.happen({ ...sent, skill: 'LP', spoken: false });
    live.happen({ type: 'prompt.delivered', by: PARENT, participantId: PARENT, promptId, outcome: 'shown' });
  });
  expect(screen.getByText('shown')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toContain('Prompt shown: Praise that');
});

test('a refused press is shown once, with the server’s words', async () => {
  const live = aLiveSession(CODING);
  await openConsole(live);
  press('l');
  act(() => {
    const [refused] = live.getSnapshot().unsent;
    live.set({ unsent: [], refused: [{ press: refused!, message: 'The session is over.' }] });
  });
  expect(screen.getAllByText('Not counted: LP. The session is over.')[0]).toBeTruthy();
});

test('a change of phase is announced', async () => {
  const live = aLiveSession();
  await openConsole(live);
  act(() => live.happen(START_CODING));
  expect(screen.getByRole('status').textContent).toContain('Now: Coding.');
});

test('closing the session needs a hold, not a click', async () => {
  const live = aLiveSession();
  const { asked } = await openConsole(live);
  fireEvent.click(screen.getByRole('button', { name: /Close session/ }), { detail: 1 });
  expect(asked()).toEqual([]);
});

test('the lead is handed only to someone of the staff who is here', async () => {
  const supervisor = ParticipantId.parse('supervisor');
  const live = aLiveSession();
  await openConsole(live);
  press(',');
  expect(screen.queryByRole('button', { name: /Hand over the lead/ })).toBeNull();
  act(() =>
    live.happen({
      type: 'participant.joined',
      by: 'server',
      participantId: supervisor,
      name: 'Ines',
      role: 'supervisor',
      device: null,
      wearer: null,
    }),
  );
  expect(screen.getByRole('button', { name: /Hand over the lead to Ines/ })).toBeTruthy();
});

test('a next step that must be held takes the focus without acting', async () => {
  const { asked } = await openConsole(aLiveSession([...UNTIL_CHECK_IN, { type: 'feedback.started', by: LEAD }]));
  press('Enter', { shiftKey: true });
  expect(document.activeElement?.textContent).toContain('Close session');
  expect(asked()).toEqual([]);
});

test('a prompt of one’s own stays in its field if sending failed, and leaves it if it was sent', async () => {
  const live = aLiveSession(COACHING);
  await openConsole(live);
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Write to Maria …' });
  fireEvent.change(field, { target: { value: 'Look at the tower' } });
  live.refuse('prompt:send', 'The server could not be reached.');
  await act(async () => fireEvent.submit(field));
  expect(field.value).toBe('Look at the tower');
  live.accept('prompt:send');
  await act(async () => fireEvent.submit(field));
  expect(field.value).toBe('');
});
