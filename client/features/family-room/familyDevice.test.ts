import { beforeEach, expect, test, vi } from 'vitest';
import { PromptId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import { aTrack, fakeLive, fakeMedia, happens, letIn, noAnswer, sendsPrompt } from './testing/fakeFamily.ts';
import { type FamilyDeviceParts, openFamilyDevice } from './familyDevice.ts';

const PROMPTS = [
  PromptId.parse('00000000-0000-4000-8000-000000000101'),
  PromptId.parse('00000000-0000-4000-8000-000000000102'),
] as const;

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function pluggable() {
  const target = new EventTarget();
  return Object.assign(target, {
    enumerateDevices: () => Promise.resolve([]),
    plug: () => target.dispatchEvent(new Event('devicechange')),
  });
}

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });

const anOutput = (devices: ReturnType<typeof pluggable>) => {
  return { devices, page, window: new EventTarget(), context: undefined };
};

/** A device of a caregiver who passed the ear check on this page and is being coached. */
async function aCheckedDevice(parts: Partial<FamilyDeviceParts> = {}) {
  const live = fakeLive(...letIn('combined'));
  const media = fakeMedia();
  const devices = pluggable();
  const device = openFamilyDevice({ live, media, output: anOutput(devices), speak: undefined, page, ...parts });
  live.rejoin();
  await vi.advanceTimersByTimeAsync(0);
  live.happen(happens.passedEarCheck, happens.coaching);
  return { live, media, devices, device };
}

test('[EAR1] when earphones change, the voice stops at once and stays silent until the log has it', async () => {
  const { live, media, devices, device } = await aCheckedDevice();
  media.show({ coachVoice: aTrack('coach-voice') });
  expect(media.played).toMatchObject([{ isStopped: false }]);

  live.answer('ear-check:devices-changed', noAnswer);
  devices.plug();
  expect(media.played.at(-1)?.isStopped).toBe(true);
  await vi.advanceTimersByTimeAsync(500);
  expect(media.played).toHaveLength(1);

  live.answer('ear-check:devices-changed', () => ok({ seq: 9 }));
  live.rejoin();
  await vi.advanceTimersByTimeAsync(0);
  expect(live.asked.filter(({ name }) => name === 'ear-check:devices-changed')).toHaveLength(2);
  device.close();
});

test('[EAR1] a reloaded page plays nothing because of an earlier check', async () => {
  const live = fakeLive(...letIn('combined'), happens.passedEarCheck, happens.coaching);
  const media = fakeMedia();
  const device = openFamilyDevice({ live, media, output: undefined, speak: undefined, page });
  media.show({ coachVoice: aTrack('coach-voice') });
  live.answer('ear-check:devices-changed', () => {
    live.happen(happens.earCheckVoided);
    return ok({ seq: 9 });
  });
  live.rejoin();
  await vi.advanceTimersByTimeAsync(0);
  expect(media.played).toEqual([]);
  live.happen(happens.passedEarCheck);
  expect(media.played).toMatchObject([{ isStopped: false }]);
  device.close();
});

test('[EAR1] a prompt after the earphones were unplugged is shown, and not read aloud', async () => {
  const speak = vi.fn(() => Promise.resolve());
  const { live, devices, device } = await aCheckedDevice({ speak });
  live.happen(sendsPrompt(PROMPTS[0], 'Praise', true));
  devices.plug();
  await vi.advanceTimersByTimeAsync(100);
  live.happen(sendsPrompt(PROMPTS[1], 'Describe', true));
  expect(device.prompts.getSnapshot()?.text).toBe('Describe');
  expect(speak.mock.calls).toHaveLength(1);
  device.close();
});

test('speech is skipped if it would use another output than the chosen one', async () => {
  const speak = vi.fn(() => Promise.resolve());
  const { live, device } = await aCheckedDevice({ media: fakeMedia({ playsOnUsualOutput: false }), speak });
  live.happen(sendsPrompt(PROMPTS[0], 'Praise', true));
  expect(device.prompts.getSnapshot()?.text).toBe('Praise');
  expect(speak).not.toHaveBeenCalled();
  device.close();
});

test('after the close nothing is captured, played or connected, even if the page stays open', () => {
  const live = fakeLive(...letIn('combined'), happens.checkIn, happens.feedback);
  const closed: string[] = [];
  const media = fakeMedia({ close: () => closed.push('media') });
  openFamilyDevice({
    live: { ...live, close: () => closed.push('live') },
    media,
    output: undefined,
    speak: undefined,
    page,
  });
  live.rejoin();
  live.happen(happens.passedEarCheck);
  media.show({ coachVoice: aTrack('coach-voice') });
  live.happen(happens.closes);
  expect(closed).toEqual(['media', 'live']);
  expect(media.played.map(({ isStopped }) => isStopped)).toEqual([true]);
});

test.for(['taken-over', 'turned-away', 'revoked', 'not-signed-in'] as const)(
  'a device that is sent away (%s) lets go of its camera and microphone',
  (ending) => {
    const live = fakeLive(...letIn('combined'));
    const close = vi.fn();
    openFamilyDevice({ live, media: fakeMedia({ close }), output: undefined, speak: undefined, page });
    expect(close).not.toHaveBeenCalled();
    live.show({ connection: 'over', ending });
    expect(close).toHaveBeenCalled();
  },
);
