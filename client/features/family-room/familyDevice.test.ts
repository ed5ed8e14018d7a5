import { beforeEach, expect, test, vi } from 'vitest';
import { ok } from '#shared/protocol/reply.ts';
import { aTrack, fakeLive, fakeMedia, happens, letIn, noAnswer } from './fakeFamily.ts';
import { openFamilyDevice } from './familyDevice.ts';

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

test('[EAR1] when earphones change the voice stops at once, and stays silent until the log knows', async () => {
  const live = fakeLive(...letIn('combined'), happens.passedEarCheck, happens.coaching);
  const media = fakeMedia();
  const devices = pluggable();
  const { close } = openFamilyDevice({ live, media, devices, speak: undefined });
  media.show({ coachVoice: aTrack('coach-voice') });

  live.answer('ear-check:devices-changed', noAnswer);
  devices.plug();
  expect(media.played.at(-1)?.isStopped).toBe(true);
  await vi.advanceTimersByTimeAsync(500);
  expect(media.played).toHaveLength(1);

  live.answer('ear-check:devices-changed', () => ok({ seq: 9 }));
  live.rejoin();
  await vi.advanceTimersByTimeAsync(0);
  expect(live.asked.filter(({ name }) => name === 'ear-check:devices-changed')).toHaveLength(2);
  close();
});

test('speech is left out where it would come out of another output than the chosen one', async () => {
  const speak = vi.fn(() => Promise.resolve());
  const live = fakeLive(...letIn('combined'), happens.passedEarCheck, happens.coaching);
  const device = openFamilyDevice({ live, media: fakeMedia({ playsOnUsualOutput: false }), devices: undefined, speak });
  expect(device.prompts.getSnapshot()).toBeUndefined();
  expect(speak).not.toHaveBeenCalled();
  device.close();
});
