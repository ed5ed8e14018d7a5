// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aLiveSession } from '#client/live/testing/aLiveSession.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { CAREGIVER_B, LEAD, PARENT, sounds, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { CODING, COACHING, openConsole, press, pressAndWait, release } from './testing/openConsole.tsx';

const EAR_PASSED = {
  type: 'ear-check.finished',
  by: PARENT,
  participantId: PARENT,
  heardByCaregiver: true,
  leak: 'none',
  passed: true,
} as const satisfies FactDraft;

const space = { code: 'Space' };

test('in check-in the console says that the microphone is closed, and who would hear it', async () => {
  await openConsole(aLiveSession([...UNTIL_CHECK_IN, sounds(LEAD), sounds(PARENT)]));
  expect(screen.getByText('Your microphone is off')).toBeTruthy();
  expect(screen.getByText('Will be heard by Maria (earphones)')).toBeTruthy();
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
