// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { DeviceKind } from '#shared/domain/people.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { ParticipantId, PromptId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import { LEAD, PARENT, sounds } from '#shared/session/testing/aSession.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { aDevice, aTrack, fakeLive, fakeMedia, happens, joins, letIn, sendsPrompt } from './testing/fakeFamily.ts';
import { openFamilyDevice } from './familyDevice.ts';
import { FamilySession } from './FamilySession.tsx';

const PROMPT = PromptId.parse('00000000-0000-4000-8000-000000000101');
const CHECK = { checkId: '00000000-0000-4000-8000-0000000000cc', toneHz: 1000, toneMs: 10 };

beforeEach(() => {
  vi.stubGlobal('MediaStream', vi.fn());
  return () => vi.unstubAllGlobals();
});

async function show(kind: DeviceKind, ...drafts: FactDraft[]) {
  const live = fakeLive(...drafts);
  const media = fakeMedia();
  const open = () => openFamilyDevice({ live, media, output: undefined, speak: undefined, page: document });
  await renderScreen(<FamilySession device={aDevice({ kind })} open={open} />, 'family');
  return { live, media, happen: (...more: FactDraft[]) => act(() => live.happen(...more)) };
}

const title = () => screen.getByRole('heading', { level: 1 }).textContent;
const press = (name: string) => userEvent.click(screen.getByRole('button', { name: new RegExp(name) }));
const asked = ({ live }: Awaited<ReturnType<typeof show>>, name: string) =>
  live.asked.filter((command) => command.name === name).map(({ input }) => input);

describe('before it is let in, a family', () => {
  test('reads that everything works, and that the therapist is not there yet', async () => {
    const { happen } = await show('combined', joins('combined'));
    expect(title()).toBe('You are here, and everything works.');
    expect(screen.getByText('Your therapist is not here yet. They will let you in when they arrive.')).toBeTruthy();
    happen(happens.leadJoins, happens.waitingOpens);
    expect(screen.getByText('Your therapist will let you in.')).toBeTruthy();
    happen({ type: 'participant.left', by: 'server', participantId: LEAD, why: 'left' });
    expect(screen.getByText('Your therapist is not here yet. They will let you in when they arrive.')).toBeTruthy();
  });

  test('sees its own picture and what was checked', async () => {
    await show('combined', joins('combined'));
    expect(screen.getByLabelText('Your own picture')).toBeTruthy();
    const checks = within(screen.getByRole('list', { name: 'What we checked' }));
    expect(checks.getAllByRole('listitem').map(({ textContent }) => textContent.trim())).toEqual([
      'Your camera works',
      'Your microphone works',
    ]);
  });
});

describe('the family room', () => {
  test.for([
    ['check-in', [happens.sounds, happens.checkIn], 'You and Noor can talk.'],
    ['check-in without a sound', [happens.checkIn], 'You are in.'],
    ['coding', [happens.checkIn, happens.coding], 'Just play.'],
    ['a pause', [happens.checkIn, happens.coding, happens.pauses], 'A short pause.'],
    [
      'coaching',
      [happens.passedEarCheck, happens.sounds, happens.checkIn, happens.coaching],
      'Noor is speaking in your ear.',
    ],
    ['feedback', [happens.checkIn, happens.feedback], 'Well played, both of you.'],
  ] as const)('says %s in plain words, and announces it', async ([, drafts, words]) => {
    await show('combined', ...letIn('combined'), ...drafts);
    expect(title()).toBe(words);
    expect(screen.getByRole('status').textContent).toContain(words);
  });

  test('says that it is quiet for five minutes while coding, and shows no number', async () => {
    await show('combined', ...letIn('combined'), happens.checkIn, happens.coding);
    expect(screen.getByText('Noor is with you and will be quiet for five minutes.')).toBeTruthy();
    expect(screen.getByRole('main').textContent).not.toMatch(/\d/);
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Stop camera and sound',
      'Get help',
      'Leave',
    ]);
  });

  test('says who sees and hears the family, supervisors included, and that nothing is recorded', async () => {
    const { happen } = await show('combined', ...letIn('combined'), happens.checkIn);
    expect(screen.getByText('Connecting your picture and sound to Noor.')).toBeTruthy();
    happen(happens.seen, happens.heard);
    expect(screen.getByText('Noor sees and hears you.')).toBeTruthy();
    happen(happens.supervisorJoins);
    expect(screen.getByText('Sam is watching with Noor.')).toBeTruthy();
    expect(screen.getByText('Not being recorded')).toBeTruthy();
  });

  test('says that the coach cannot see it while no picture reaches the coach’s screen', async () => {
    const { happen } = await show('combined', ...letIn('combined'), happens.seen, happens.heard, happens.unseen);
    expect(screen.getByText('Noor hears you, but can’t see you right now.')).toBeTruthy();
    happen(happens.seen);
    expect(screen.getByText('Noor sees and hears you.')).toBeTruthy();
  });

  test('shows a prompt alone and very large, and reports it to the coach', async () => {
    const family = await show(
      'combined',
      ...letIn('combined'),
      happens.passedEarCheck,
      happens.checkIn,
      happens.coaching,
    );
    family.happen(sendsPrompt(PROMPT, 'Praise the tower'));
    expect(title()).toBe('Praise the tower');
    expect(screen.queryByText('Noor is speaking in your ear.')).toBeNull();
    expect(asked(family, 'prompt:delivered')).toEqual([{ promptId: PROMPT, outcome: 'shown' }]);
  });

  test('shows a prompt before everything that the family has opened', async () => {
    const { happen } = await show('combined', ...letIn('combined'), happens.checkIn);
    await press('Earphone');
    happen(sendsPrompt(PROMPT, 'Praise the tower'));
    expect(title()).toBe('Praise the tower');
  });

  test('says that the connection is lost and that it comes back, and then it does', async () => {
    const { live } = await show('combined', ...letIn('combined'), happens.checkIn, happens.coding);
    act(() => live.show({ connection: 'lost' }));
    expect(title()).toBe('We lost the connection.');
    expect(screen.getByText('Keep playing. We are reconnecting you.')).toBeTruthy();
    act(() => live.show({ connection: 'live' }));
    expect(title()).toBe('Just play.');
  });

  test('says that the camera was unplugged and tries again when asked', async () => {
    const { media } = await show('combined', ...letIn('combined'), happens.sounds, happens.checkIn);
    act(() => media.show({ stopped: [{ source: 'camera', why: 'ended', others: [] }] }));
    expect(title()).toBe('The camera stopped.');
    await press('Try again');
    act(() => media.show({ stopped: [] }));
    expect(title()).toBe('You and Noor can talk.');
  });

  test('says that camera and microphone are gone, with the reason of each', async () => {
    const { media } = await show('combined', ...letIn('combined'), happens.checkIn);
    const others = [{ id: 'other', label: 'Desk microphone' }];
    const microphone = { source: 'microphone', why: 'in-use', others } as const;
    act(() => media.show({ stopped: [{ source: 'camera', why: 'ended', others: [] }, microphone] }));
    expect(title()).toBe('The camera and the microphone stopped.');
    expect(screen.getByText(/^Camera: It may have been unplugged/)).toBeTruthy();
    expect(screen.getByText(/^Microphone: Another program/)).toBeTruthy();
    expect(screen.getByText('Or use another microphone:')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Desk microphone' })).toBeTruthy();
    act(() => media.show({ stopped: [microphone] }));
    expect(title()).toBe('The microphone stopped.');
  });

  test('asks for a check before the coach can speak, and leads through it', async () => {
    const family = await show('combined', ...letIn('combined'), happens.sounds, happens.checkIn, happens.coaching);
    family.live.answer('ear-check:start', () => ok(CHECK));
    family.live.answer('ear-check:confirm', () => ok({ passed: true, leak: 'none' }));
    expect(screen.getByText('Noor can’t speak to you yet.')).toBeTruthy();
    await press('Check the earphone');
    expect(title()).toBe('Put the earphone in your ear.');
    await press('Play the tone');
    expect(await screen.findByText('Did you hear the tone?', {}, { timeout: 3_000 })).toBeTruthy();
    await press('Yes, I heard it');
    expect(await screen.findByText('Only you can hear it.')).toBeTruthy();
    family.happen(happens.passedEarCheck);
    await press('Done');
    expect(title()).toBe('Noor is speaking in your ear.');
  });

  test('lets the family say who wears the earphone', async () => {
    const family = await show('combined', ...letIn('combined'), happens.checkIn);
    await press('Earphone');
    expect(screen.getByRole('button', { name: 'Maria' }).getAttribute('aria-pressed')).toBe('true');
    await press('Jon');
    expect(asked(family, 'device:set-wearer')).toMatchObject([{ participantId: PARENT }]);
  });

  test('makes a phone the ear, and plays nothing from then on', async () => {
    const family = await show('combined', ...letIn('combined'), happens.checkIn);
    family.live.answer('device:pair-ear', () =>
      ok({ url: 'https://clinic.example/join#secret', expiresAt: '2026-11-21T10:15:00.000Z' }),
    );
    await press('Earphone');
    await press('Use my phone’s earphone');
    await press('Maria');
    expect(await screen.findByRole('img', { name: 'Code for your phone' })).toBeTruthy();
    expect(screen.getByText('https://clinic.example/join#secret')).toBeTruthy();
    expect(asked(family, 'device:set-kind')).toEqual([{ device: 'room' }]);
  });
});

describe('a room device whose phone has come', () => {
  test('says so, and shows the session again by itself', async () => {
    const ear = ParticipantId.parse('ear-device');
    const { happen, live } = await show('room', ...letIn('room'), happens.checkIn);
    live.answer('device:pair-ear', () => ok({ url: 'https://clinic.example/join#secret', expiresAt: '' }));
    await press('Connect a phone');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    happen({ ...joins('ear'), participantId: ear } as FactDraft, { ...happens.admitted, participantId: ear });
    expect(title()).toBe('Your phone is connected.');
    act(() => void vi.advanceTimersByTime(5_000));
    expect(title()).toBe('You are in.');
    happen(sounds(ear));
    expect(title()).toBe('You and Noor can talk.');
  });
});

describe('[AUD1] a room device', () => {
  test('mounts nothing that could play sound, whatever it receives', async () => {
    const { media, happen } = await show('room', ...letIn('room'), happens.passedEarCheck, happens.checkIn);
    act(() => media.show({ coachVoice: aTrack('coach-voice'), coachCamera: aTrack('coach-camera') }));
    happen(happens.coachOpensVoice);
    happen(happens.coaching, happens.coachOpensVoice);
    happen(happens.feedback);
    expect(media.played).toEqual([]);
    expect(document.querySelector('audio')).toBeNull();
    const videos = [...document.querySelectorAll('video')];
    expect(videos).toHaveLength(2);
    expect(videos.every(({ muted }) => muted)).toBe(true);
  });
});

describe('the ear', () => {
  test.for([
    ['listens', [happens.coaching], 'Listening for Noor'],
    ['says when the coach speaks', [happens.coaching, happens.coachOpensVoice], 'Noor is speaking'],
    ['is quiet while coding runs', [happens.coding], 'Quiet'],
    ['rests when the other caregiver plays', [happens.otherPlays, happens.coaching], 'Jon plays now'],
    ['talks in check-in', [], 'You and Noor can talk'],
  ] as const)('%s', async ([, drafts, words]) => {
    await show('ear', ...letIn('ear'), happens.passedEarCheck, happens.sounds, happens.checkIn, ...drafts);
    expect(title()).toBe(words);
  });

  test.for([
    ['not-connected', 'The sound is connecting'],
    ['not-playing', 'No sound here'],
    ['muted', 'The volume is at zero'],
  ] as const)('[EAR3] never says that the coach speaks if nothing would be heard (%s)', async ([sounding, words]) => {
    const drafts = [happens.passedEarCheck, sounds(PARENT, sounding), happens.checkIn];
    await show('ear', ...letIn('ear'), ...drafts, happens.coaching, happens.coachOpensVoice);
    expect(title()).toBe(words);
  });

  test('says when it is not connected', async () => {
    const { live } = await show('ear', ...letIn('ear'), happens.passedEarCheck, happens.checkIn);
    act(() => live.show({ connection: 'lost' }));
    expect(title()).toBe('Not connected');
  });

  test('helps a wearer who hears nothing', async () => {
    await show('ear', ...letIn('ear'), happens.passedEarCheck, happens.checkIn, happens.coaching);
    await press('I can’t hear anything');
    expect(screen.getByText('Turn off the phone’s silent mode.')).toBeTruthy();
    await press('Play a tone');
    expect(title()).toBe('Put the earphone in your ear.');
  });
});

describe('when it is over, a family reads', () => {
  test.for([['combined'], ['room'], ['ear']] as const)(
    'on a %s device, thanks alone: no picture, no recording, no connection',
    async ([kind]) => {
      await show(kind, ...letIn(kind), happens.checkIn, happens.feedback, happens.closes);
      expect(title()).toBe('Thank you for playing.');
      expect(screen.queryByLabelText('Your own picture')).toBeNull();
      expect(screen.queryByRole('region', { name: 'Recording' })).toBeNull();
      expect(screen.queryByText('Connected')).toBeNull();
      expect(screen.queryByRole('button')).toBeNull();
    },
  );

  test.for([
    ['closed', 'Thank you for playing.'],
    ['taken-over', 'The session is open somewhere else.'],
    ['turned-away', 'This device was not let in.'],
    ['revoked', 'This link no longer works.'],
    ['not-signed-in', 'This device needs its link again.'],
  ] as const)('after "%s" what happened and what to do', async ([ending, words]) => {
    const { live } = await show('combined', ...letIn('combined'));
    act(() => live.show({ connection: 'over', ending }));
    expect(title()).toBe(words);
  });
});
