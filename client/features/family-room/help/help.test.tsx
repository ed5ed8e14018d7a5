// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { STEADY_AFTER_MS } from '#client/ui/useSteadyButtons.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import type { DeviceKind } from '#shared/domain/people.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { ok } from '#shared/protocol/reply.ts';
import { LEAD, PARENT } from '#shared/session/testing/aSession.ts';
import { openFamilyDevice } from '../familyDevice.ts';
import { FamilySession } from '../FamilySession.tsx';
import { aDevice, fakeLive, fakeMedia, happens, joins, letIn, noAnswer } from '../testing/fakeFamily.ts';

beforeEach(() => {
  vi.stubGlobal('MediaStream', vi.fn());
  return () => vi.unstubAllGlobals();
});

async function show(kind: DeviceKind, drafts: readonly FactDraft[], service = '112') {
  const live = fakeLive(...drafts);
  live.answer('safety:help', () => ok({ address: 'Lindenweg 4\nMusterstadt', emergencyService: service }));
  const turnOff = vi.fn();
  const captureAgain = vi.fn(() => Promise.resolve(true));
  const media = fakeMedia({ turnOff, captureAgain });
  const open = () => openFamilyDevice({ live, media, output: undefined, speak: undefined, page: document });
  await renderScreen(<FamilySession device={aDevice({ kind })} open={open} />, 'family');
  return { live, media, turnOff, captureAgain };
}

const title = () => screen.getByRole('heading', { level: 1 }).textContent;
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const CODING = [...letIn('combined'), happens.checkIn, happens.coding];
const asked = ({ live }: Awaited<ReturnType<typeof show>>) => live.asked.map(({ name }) => name);

test('[SAF4] one press in the middle of coding turns camera and microphone off, and the screen says so until they are on', async () => {
  const { media, turnOff } = await show('combined', CODING);
  await press('Stop camera and sound');
  expect(turnOff).toHaveBeenCalledOnce();
  act(() => media.show({ isOff: true, ownPicture: undefined, hasMicrophone: false }));
  expect(title()).toBe('Your camera and microphone are off.');
  expect(screen.getByText('You turned them off. Noor can’t see or hear you through this device.')).toBeTruthy();
  await press('Turn them on again');
  act(() => media.show({ isOff: false }));
  expect(title()).toBe('Just play.');
});

test('[SAF2] the room’s device shows where the family is, if the clinic knows it', async () => {
  await show('combined', CODING);
  await press('Get help');
  expect(screen.getByText(/Lindenweg 4/)).toBeTruthy();
});

test('[SAF4] a double tap turns the camera off, and not on again', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(10_000);
  const { media, captureAgain } = await show('combined', CODING);
  act(() => media.show({ isOff: true, ownPicture: undefined, hasMicrophone: false }));
  await press('Start camera and sound');
  expect(captureAgain).not.toHaveBeenCalled();
  now.mockReturnValue(10_000 + STEADY_AFTER_MS);
  await press('Start camera and sound');
  expect(captureAgain).toHaveBeenCalledOnce();
});

test('[SAF4] one press leaves, and one more comes back', async () => {
  await show('combined', CODING);
  await press('Leave');
  expect(title()).toBe('You left the session.');
  expect(screen.getByRole('button', { name: 'Come back' })).toBeTruthy();
});

test.for(['combined', 'ear'] as const)(
  '[SAF3] on a device of kind %s, help says whom to call and tells the coach',
  async (kind) => {
    const family = await show(kind, [...letIn(kind), happens.checkIn, happens.coding]);
    await press('Get help');
    expect(screen.getByRole('link', { name: '112' }).getAttribute('href')).toBe('tel:112');
    await press('Tell Noor now');
    expect(asked(family)).toContain('emergency:raise');
    act(() => family.live.happen({ type: 'emergency.raised', by: PARENT }));
    expect(screen.getByText('Noor sees that you need help. Stay on this page.')).toBeTruthy();
    act(() => family.live.happen({ type: 'participant.left', by: 'server', participantId: LEAD, why: 'connection' }));
    expect(screen.getByText(/Noor is not here right now. Please call./)).toBeTruthy();
  },
);

test('[SAF3] without a connection, the numbers are still there, and the screen says to call', async () => {
  const { live } = await show('combined', CODING, 'Hospital North, 555 0100');
  act(() => live.show({ connection: 'lost' }));
  await press('Get help');
  expect(screen.getByText('Hospital North, 555 0100')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Tell Noor now' })).toBeNull();
  expect(screen.getByRole('alert').textContent).toBe('We can’t reach Noor right now. Please call.');
});

test('[SAF3] a call for help that was not answered says so', async () => {
  const { live } = await show('combined', CODING);
  live.answer('emergency:raise', noAnswer);
  await press('Get help');
  await press('Tell Noor now');
  expect(screen.getByRole('alert').textContent).toBe('We can’t reach Noor right now. Please call.');
});

test('[SAF2] a device that was not let in shows no address and cannot tell anybody', async () => {
  const live = fakeLive(joins('combined'));
  live.show({ self: { participantId: PARENT, name: '', role: 'caregiver', part: 'knocking' } });
  live.answer('safety:help', () => expect.unreachable('It must not ask.'));
  const open = () =>
    openFamilyDevice({ live, media: fakeMedia(), output: undefined, speak: undefined, page: document });
  await renderScreen(<FamilySession device={aDevice({ kind: 'combined' })} open={open} />, 'family');
  await press('Get help');
  expect(screen.getByText('Call the emergency number of your country.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Tell/ })).toBeNull();
});
