// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import type { DeviceKind } from '#shared/domain/people.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { CAREGIVER_A, CAREGIVER_B } from '#shared/session/testing/aSession.ts';
import { aRecording } from '#shared/session/recording/testing/aRecording.ts';
import { aDevice, fakeLive, fakeMedia, happens, joins, letIn, noAnswer } from '../testing/fakeFamily.ts';
import { openFamilyDevice } from '../familyDevice.ts';
import { FamilySession } from '../FamilySession.tsx';

const { agreed, withdrawn, started, stopped, coachAgreed } = aRecording;
const PICTURE = agreed('room-video');
const SOUND = agreed('room-audio');
const RECORDING = [PICTURE, SOUND, happens.checkIn, started('room-video', 'room-audio')];

beforeEach(() => {
  vi.stubGlobal('MediaStream', vi.fn());
  return () => vi.unstubAllGlobals();
});

async function show(kind: DeviceKind, ...drafts: readonly FactDraft[]) {
  const live = fakeLive(...drafts);
  const open = () =>
    openFamilyDevice({ live, media: fakeMedia(), output: undefined, speak: undefined, page: document });
  await renderScreen(<FamilySession device={aDevice({ kind })} open={open} />, 'family', 'recording');
  const asked = () =>
    live.asked.filter(({ name }) => name.startsWith('consent')).map(({ name, input }) => [name, input]);
  return { live, asked, happen: (...more: FactDraft[]) => act(() => live.happen(...more)) };
}

const line = () => screen.getByRole('region', { name: 'Recording' }).textContent;
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const title = () => screen.getByRole('heading', { level: 1 }).textContent;

test.for<[DeviceKind]>([['combined'], ['room'], ['ear']])(
  '[RCD3] a %s device says what is recorded, stops it with one press even while coding, and can undo that',
  async ([kind]) => {
    const { asked, happen } = await show(kind, ...letIn(kind), ...RECORDING, happens.coding);
    expect(line()).toContain('Being recorded: picture and sound');
    await press('Stop recording');
    expect(asked()).toEqual([
      ['consent:withdraw', { track: 'room-video', saidBy: CAREGIVER_A }],
      ['consent:withdraw', { track: 'room-audio', saidBy: CAREGIVER_A }],
    ]);
    happen(withdrawn('room-video'), withdrawn('room-audio'));
    expect(line()).toContain('The recording is stopping …');
    happen(stopped('consent-withdrawn'));
    expect(line()).toContain('Stopped. You are no longer being recorded.');
    await press('Allow it again');
    expect(asked().slice(2)).toMatchObject([
      ['consent:give', { track: 'room-video', saidBy: CAREGIVER_A, purposes: ['treatment', 'supervision'] }],
      ['consent:give', { track: 'room-audio', saidBy: CAREGIVER_A }],
    ]);
  },
);

test('[RCD3] a stop that does not get through says so, and the sign stays true', async () => {
  const { live } = await show('combined', ...letIn('combined'), ...RECORDING);
  live.answer('consent:withdraw', noAnswer);
  await press('Stop recording');
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(line()).toContain('Being recorded: picture and sound');
});

test('[RCD3] a family is told when only the coach’s voice is recorded', async () => {
  await show('combined', ...letIn('combined'), coachAgreed, happens.checkIn, started('coach-voice'));
  expect(line()).toContain('Being recorded: Noor’s voice');
  expect(screen.queryByRole('button', { name: 'Stop recording' })).toBeNull();
});

test('[RCD3] a device that was not let in still says that the room is being recorded', async () => {
  await show('room', happens.leadJoins, happens.waitingOpens, joins('room'), started('room-video'));
  expect(line()).toBe('Being recorded: picture');
});

test('[RCD2] in the waiting room the question is offered, and with two caregivers it is asked who answers', async () => {
  const { asked, happen } = await show('combined', ...letIn('combined'));
  await press('Answer');
  expect(await screen.findByText('Who is answering?')).toBeTruthy();
  await press('Jon');
  await press('Yes, the picture');
  await press('No, not the sound');
  expect(asked()).toEqual([['consent:withdraw', { track: 'room-audio', saidBy: CAREGIVER_B }]]);
  expect(screen.getByRole('button', { name: 'Done' }).hasAttribute('disabled')).toBe(true);
  await press('Watching it together');
  await press('Done');
  expect(asked()[1]).toEqual(['consent:give', { track: 'room-video', saidBy: CAREGIVER_B, purposes: ['treatment'] }]);
  expect(title()).toBe('Thank you.');
  happen(PICTURE, withdrawn('room-audio'));
  await press('Back to the session');
  expect(screen.queryByRole('button', { name: 'Answer' })).toBeNull();
  expect(title()).toBe('You are in.');
});

test('[RCD2] two refusals are both stored, without asking for purposes', async () => {
  const { asked } = await show('room', ...letIn('room'));
  await press('Answer');
  await press('Maria');
  await press('No, not the picture');
  await press('No, not the sound');
  expect(title()).toBe('Thank you. Nothing is recorded.');
  expect(asked().map(([name]) => name)).toEqual(['consent:withdraw', 'consent:withdraw']);
});

test('[RCD2] leaving before choosing a purpose agrees to nothing', async () => {
  const { asked } = await show('combined', ...letIn('combined'));
  await press('Answer');
  await press('Maria');
  await press('Yes, the picture');
  await press('Yes, the sound');
  await press('Not now');
  expect(asked()).toEqual([]);
  expect(screen.getByText('May this session be recorded?')).toBeTruthy();
});

test('[RCD2] the answer can be changed later, and never by a question in the middle of coding', async () => {
  const { happen } = await show('combined', ...letIn('combined'), withdrawn('room-video'), withdrawn('room-audio'));
  await press('Change');
  expect(await screen.findByText('Who is answering?')).toBeTruthy();
  happen(happens.checkIn, happens.coding);
  expect(title()).toBe('Just play.');
  expect(within(screen.getByRole('main')).queryByRole('button')).toBeNull();
});
