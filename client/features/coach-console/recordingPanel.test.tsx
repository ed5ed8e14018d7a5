// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aLiveSession } from '#client/live/testing/aLiveSession.ts';
import { loadWords } from '#client/i18n/i18n.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { CAREGIVER_A, CAREGIVER_B, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { aRecording } from '#shared/session/recording/testing/aRecording.ts';
import { openConsole, press } from './testing/openConsole.tsx';

const { agreed, coachAgreed, withdrawn, started, stopped, prevented, held } = aRecording;
const PICTURE = agreed('room-video');

async function openPanel(...drafts: readonly FactDraft[]) {
  await loadWords('recording');
  const live = aLiveSession([...UNTIL_CHECK_IN, ...drafts]);
  await openConsole(live);
  fireEvent.click(sign());
  return { live, asked: () => live.asked.filter(({ name }) => /consent|recording/.test(name)) };
}

const sign = () => screen.getByRole('button', { name: /Recording and consent$/ });
const panel = () => within(screen.getByRole('complementary', { name: 'Recording' }));
const click = (name: string | RegExp) => act(async () => fireEvent.click(panel().getByRole('button', { name })));

test.for<[string, readonly FactDraft[], string]>([
  ['nothing was agreed', [], 'Not recording'],
  ['picture and sound are written', [PICTURE, started('room-video', 'room-audio')], 'Recording picture and sound'],
  ['it is held', [PICTURE, held], 'Recording paused'],
  ['it was cut off', [PICTURE, started('room-video'), stopped('recorder-died')], 'Recording interrupted'],
  ['the disk is full', [PICTURE, prevented('disk-full')], 'Not recording: disk full'],
  ['there is no recorder', [PICTURE, prevented('no-recorder')], 'Not recording: no recorder'],
  ['it was withdrawn just now', [PICTURE, started('room-video'), withdrawn('room-video')], 'Recording is stopping …'],
])('[RCD3] the strip over the room says so when %s', async ([, drafts, words]) => {
  await openPanel(...drafts);
  expect(sign().textContent).toBe(words);
});

test.for<[string, readonly FactDraft[], string]>([
  ['is not asked for', [], 'off'],
  ['runs', [PICTURE, started('room-video')], 'on'],
  ['is cut off', [PICTURE, started('room-video'), stopped('recorder-died')], 'amiss'],
])('[RCD3] a recording that %s has a sign of its own', async ([, drafts, look]) => {
  await openPanel(...drafts);
  expect(sign().querySelector('svg')?.getAttribute('data-look')).toBe(look);
});

test('[RCD3] while the server is unreachable, the screen does not say that it records', async () => {
  const { live } = await openPanel(PICTURE, started('room-video'));
  act(() => live.set({ connection: 'lost' }));
  expect(sign().textContent).toBe('Recording status unknown');
  act(() => live.set({ connection: 'live' }));
  expect(sign().textContent).toBe('Recording picture');
});

test('[RCD2] each track shows who agreed to it, how and for what, or who said no', async () => {
  await openPanel(PICTURE, withdrawn('room-audio'), coachAgreed);
  const tracks = panel().getAllByRole('listitem');
  expect(tracks.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Maria agreed on their device at 0:00. For treatment and supervision.'),
    expect.stringContaining('Maria said no at 0:00.'),
    expect.stringContaining('Noor agreed at 0:00. For supervision.'),
  ]);
});

test('[RCD2] a spoken consent has who agreed, to what and for what, and nothing is preselected', async () => {
  const { asked } = await openPanel();
  const go = () => panel().getByRole('button', { name: 'Record the consent' });
  expect(go().hasAttribute('disabled')).toBe(true);
  await click('Jon');
  await click('Picture');
  await click('Sound');
  expect(go().hasAttribute('disabled')).toBe(true);
  const form = within(panel().getByRole('region', { name: 'Record a spoken consent' }));
  await act(async () => fireEvent.click(form.getByRole('button', { name: 'supervision' })));
  await click('Record the consent');
  expect(asked().map(({ input }) => input)).toEqual([
    { track: 'room-video', saidBy: CAREGIVER_B, purposes: ['supervision'] },
    { track: 'room-audio', saidBy: CAREGIVER_B, purposes: ['supervision'] },
  ]);
});

test('[RCD2] the family’s consent is withdrawn with one press', async () => {
  const { asked } = await openPanel(PICTURE);
  await click('Withdraw: Picture of the room');
  expect(asked()).toEqual([{ name: 'consent:withdraw', input: { track: 'room-video', saidBy: CAREGIVER_A } }]);
});

test('[RCD2] coaches agree to the recording of their own voice and withdraw it', async () => {
  const { live, asked } = await openPanel();
  const own = () => within(panel().getByRole('region', { name: 'Your own voice' }));
  await act(async () => fireEvent.click(own().getByRole('button', { name: 'training' })));
  await click('Allow recording of my voice');
  act(() => live.happen(coachAgreed));
  await click('Withdraw my consent');
  expect(asked()).toEqual([
    { name: 'consent:give', input: { track: 'coach-voice', saidBy: null, purposes: ['training'] } },
    { name: 'consent:withdraw', input: { track: 'coach-voice', saidBy: null } },
  ]);
});

test('[RCD3] the recording is paused and resumed', async () => {
  const { live, asked } = await openPanel(PICTURE);
  await click('Pause recording');
  act(() => live.happen(held));
  await click('Resume recording');
  expect(asked().map(({ name }) => name)).toEqual(['recording:hold', 'recording:release']);
});

test('the panel opens and closes by its key', async () => {
  await openPanel();
  press(';');
  expect(screen.queryByRole('complementary', { name: 'Recording' })).toBeNull();
  press(';');
  expect(panel()).toBeTruthy();
});
