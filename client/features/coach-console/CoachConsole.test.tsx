// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { browserPressStore } from '#client/api/pressStore.ts';
import { aLiveSession } from '#client/live/testing/aLiveSession.ts';
import { padNames } from '#client/live/pad/padNames.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import {
  CAREGIVER_A,
  CAREGIVER_B,
  LEAD,
  PARENT,
  sounds,
  START_CODING,
  UNTIL_CHECK_IN,
} from '#shared/session/testing/aSession.ts';
import { CODING, COACHING, openConsole, pad, press, pressAndWait, release, SESSION } from './testing/openConsole.tsx';

const EAR_PASSED = {
  type: 'ear-check.finished',
  by: PARENT,
  participantId: PARENT,
  heardByCaregiver: true,
  leak: 'none',
  passed: true,
} as const satisfies FactDraft;

const space = { code: 'Space' };

test('a digit of the top row, a digit of the keypad and a letter each give their code', async () => {
  const live = aLiveSession(CODING);
  await openConsole(live);
  press('4', { code: 'Digit4' });
  press('End', { code: 'Numpad4' });
  press('l', { code: 'KeyL' });
  expect(live.getSnapshot().unsent).toMatchObject([{ code: 'LP' }, { code: 'LP' }, { code: 'LP' }]);
  expect(within(pad()).getByRole('button', { name: 'LP, Labeled praise, 3 times' })).toBeTruthy();
});

test('a press lights its key in the same frame, before anything answers', async () => {
  await openConsole(aLiveSession(CODING));
  press('b', { code: 'KeyB' });
  const key = within(pad()).getByRole('button', { name: /Behavior description/ });
  expect(key.getAttribute('data-pressed')).not.toBeNull();
});

test('each key names its code until the names are hidden, in the browser, for all pads', async () => {
  onTestFinished(() => act(() => padNames.set(true)));
  await openConsole(aLiveSession(CODING));
  expect(within(pad()).getByText('Labeled praise')).toBeTruthy();
  press('F1');
  fireEvent.click(screen.getByRole('button', { name: 'Hidden' }));
  press('F1');
  expect(within(pad()).queryByText('Labeled praise')).toBeNull();
  expect(within(pad()).getByRole('button', { name: 'LP, Labeled praise, 0 times' })).toBeTruthy();
});

test('a key that repeats while it is held counts once', async () => {
  const live = aLiveSession(CODING);
  await openConsole(live);
  press('r');
  press('r', { repeat: true });
  expect(live.getSnapshot().unsent).toHaveLength(1);
});

test.for([
  ['5', { code: 'Digit5' }],
  ['Backspace', {}],
  ['z', { ctrlKey: true }],
] as const)('%s undoes the last code, which stays visible, struck through', async ([key, more]) => {
  await openConsole(aLiveSession(CODING));
  press('q');
  press(key, more);
  expect(within(pad()).getByRole('button', { name: 'QU, Question, 0 times' })).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Last codes' })).getByText('undone')).toBeTruthy();
});

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

test('in check-in the console says that the microphone is closed, and who would hear it', async () => {
  await openConsole(aLiveSession([...UNTIL_CHECK_IN, sounds(LEAD), sounds(PARENT)]));
  expect(screen.getByText('Your microphone is off')).toBeTruthy();
  expect(screen.getByText('Will be heard by Maria (earphones)')).toBeTruthy();
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

test('the pad is inactive in check-in and says why', async () => {
  const live = aLiveSession();
  await openConsole(live);
  press('l');
  expect(live.getSnapshot().unsent).toHaveLength(0);
  expect(screen.getByText('The keys are off until coding starts.')).toBeTruthy();
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

test('AUD3: while coding the whisper is blocked and says how to speak', async () => {
  const { asked, microphone } = await openConsole(aLiveSession([...CODING, EAR_PASSED]));
  expect(screen.getByText('You are silent while coding. To speak, pause with P')).toBeTruthy();
  press(' ', space);
  expect(asked()).toEqual([]);
  expect(microphone.enabled).toBe(false);
});

test('Space opens the whisper while it is held and says who hears it; releasing it always closes it', async () => {
  const live = aLiveSession([...COACHING, EAR_PASSED]);
  const { asked, microphone } = await openConsole(live);
  expect(screen.getByText('Will be heard by Maria (earphones)')).toBeTruthy();
  await pressAndWait(' ', space);
  expect(microphone.enabled).toBe(true);
  expect(screen.getByText('Your microphone is on')).toBeTruthy();
  expect(screen.getByText('Heard by Maria (earphones)')).toBeTruthy();
  expect(screen.getByRole('button', { name: /Whispering to Maria/ }).getAttribute('aria-pressed')).toBe('true');
  release(' ', space);
  expect(microphone.enabled).toBe(false);
  expect(asked()).toEqual(['voice:open', 'voice:close']);
});

test.for([
  [
    'gone',
    'The microphone was disconnected',
    'Your microphone was unplugged. Plug it in and choose it here, or choose another one.',
  ],
  [
    'muted',
    'The microphone is muted',
    'Your microphone is muted in the system settings. Unmute it there, or choose another.',
  ],
] as const)(
  'a microphone that is %s closes the whisper, says so, and offers another',
  async ([health, reason, trouble]) => {
    const live = aLiveSession([...COACHING, EAR_PASSED]);
    const { setHealth, microphone } = await openConsole(live);
    act(() => setHealth(health));
    expect(screen.getByText(reason)).toBeTruthy();
    expect(screen.getByText(trouble)).toBeTruthy();
    await pressAndWait(' ', space);
    release(' ', space);
    expect(microphone.enabled).toBe(false);
    expect(live.asked).toEqual([]);
    await screen.findByRole('option', { name: 'Headset' });
    await act(async () => {
      fireEvent.change(screen.getByRole('combobox', { name: 'Choose a microphone …' }), {
        target: { value: 'headset' },
      });
      await Promise.resolve();
    });
    expect(microphone.chosen).toBe('headset');
    expect(screen.queryByText(trouble)).toBeNull();
    expect(screen.getByText('Will be heard by Maria (earphones)')).toBeTruthy();
  },
);

test('a silent whisper is never shown as heard', async () => {
  const live = aLiveSession([...COACHING, EAR_PASSED]);
  const { setHealth } = await openConsole(live);
  await pressAndWait(' ', space);
  expect(screen.getByRole('button', { name: /Whispering to Maria/ })).toBeTruthy();
  act(() => setHealth('silence'));
  expect(screen.queryByRole('button', { name: /Whispering to Maria/ })).toBeNull();
  expect(screen.getByRole('button', { name: /No sound from your microphone/ })).toBeTruthy();
  act(() => setHealth('not-sent'));
  expect(screen.getByRole('button', { name: /Your voice is not being sent/ })).toBeTruthy();
  release(' ', space);
});

test('[EAR3] a whisper that no longer sounds in the ear is never shown as heard', async () => {
  const live = aLiveSession([...COACHING, EAR_PASSED]);
  await openConsole(live);
  await pressAndWait(' ', space);
  expect(screen.getByRole('button', { name: /Whispering to Maria/ })).toBeTruthy();
  act(() => live.happen(sounds(PARENT, 'not-connected')));
  expect(screen.getByRole('button', { name: /Nobody can hear you/ })).toBeTruthy();
  release(' ', space);
  expect(screen.getByText('Maria can’t hear you: their sound is connecting')).toBeTruthy();
  expect(screen.queryByText('Will be heard by Maria (earphones)')).toBeNull();
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

test('a whisper that the server refuses is closed at once and says so', async () => {
  const live = aLiveSession([...COACHING, EAR_PASSED]);
  live.refuse('voice:open', 'The ear check no longer holds.');
  const { microphone } = await openConsole(live);
  await pressAndWait(' ', space);
  expect(microphone.enabled).toBe(false);
  expect(screen.getByText('The ear check no longer holds.')).toBeTruthy();
});

test('a lost connection closes a latched whisper, keeps coding, and says that codes are kept', async () => {
  const live = aLiveSession([...COACHING, EAR_PASSED]);
  const { microphone } = await openConsole(live);
  await pressAndWait('w');
  expect(microphone.enabled).toBe(true);
  act(() => live.set({ connection: 'lost' }));
  expect(microphone.enabled).toBe(false);
  expect(screen.getByRole('alert').textContent).toContain('Connection lost. Your codes are kept and will be sent.');
  press('l');
  press('b');
  expect(screen.getByText('2 waiting to be sent')).toBeTruthy();
});

test('leaving the window closes the whisper', async () => {
  const { microphone } = await openConsole(aLiveSession([...COACHING, EAR_PASSED]));
  await pressAndWait('w');
  fireEvent.blur(window);
  expect(microphone.enabled).toBe(false);
});

test('the ear check is requested by a prompt; the override is the second choice', async () => {
  const live = aLiveSession(COACHING);
  await openConsole(live);
  const voice = within(screen.getByRole('region', { name: 'Your voice' }));
  expect(
    voice
      .getAllByRole('button')
      .map(({ textContent }) => textContent)
      .slice(1),
  ).toEqual(['Ask for the ear check', 'Allow whispering anyway …']);
  fireEvent.click(voice.getByRole('button', { name: 'Ask for the ear check' }));
  expect(live.asked.map(({ name }) => name)).toEqual(['prompt:send']);
  expect(JSON.stringify(live.asked)).toContain('press “Check the earphone”');
});

test('the family’s link can be sent again in the middle of a session', async () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(
      url === pathOf('session-links:make', { sessionId: SESSION })
        ? Response.json({ url: 'https://clinic.test/join#abc', expiresAt: '2026-01-02T10:00:00.000Z' })
        : Response.json({}, { status: 404 }),
    ),
  );
  await openConsole(aLiveSession());
  press(',');
  fireEvent.click(screen.getByRole('button', { name: 'Send the family’s link …' }));
  const field = await screen.findByRole('textbox', { name: 'The parent’s link' });
  expect(field).toHaveProperty('value', 'https://clinic.test/join#abc');
});

test('without an ear check the whisper is blocked, and opens only with a reason', async () => {
  const live = aLiveSession(COACHING);
  await openConsole(live);
  expect(screen.getByText('Ear check needed on Maria’s earphones')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Allow whispering anyway …' }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Reason' }), { target: { value: 'Wired earphones, seen' } });
  fireEvent.click(screen.getByRole('button', { name: 'Allow whispering' }));
  expect(live.asked).toEqual([
    { name: 'ear-check:override', input: { participantId: PARENT, reason: 'Wired earphones, seen' } },
  ]);
});

test('earphones on the other caregiver block the whisper', async () => {
  const live = aLiveSession([
    ...COACHING,
    EAR_PASSED,
    { type: 'caregiver.chosen', by: LEAD, caregiverId: CAREGIVER_B },
  ]);
  await openConsole(live);
  expect(screen.getByText('Maria is wearing the earphones')).toBeTruthy();
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

test('Space on a focused button still opens the voice, and never holds the button', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { asked } = await openConsole(aLiveSession([...COACHING, EAR_PASSED]));
  screen.getByRole('button', { name: /Close session/ }).focus();
  press(' ', space);
  act(() => void vi.advanceTimersByTime(2_000));
  release(' ', space);
  expect(asked()).toEqual(['voice:open', 'voice:close']);
});

test('the voice closes with the phase, and a second press right after the first stays open', async () => {
  const live = aLiveSession([...COACHING, EAR_PASSED]);
  const { microphone } = await openConsole(live);
  await pressAndWait(' ', space);
  act(() => live.happen({ type: 'voice.opened', by: LEAD, participantId: LEAD, track: 'coach-voice', hearers: [] }));
  release(' ', space);
  press(' ', space);
  act(() => live.happen({ type: 'voice.closed', by: LEAD, participantId: LEAD, why: 'released' }));
  expect(microphone.enabled).toBe(true);
  act(() => live.happen({ type: 'feedback.started', by: LEAD }));
  expect(microphone.enabled).toBe(false);
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
