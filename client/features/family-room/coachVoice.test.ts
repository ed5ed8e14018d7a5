import { describe, expect, test } from 'vitest';
import { PARENT } from '#shared/session/testing/aSession.ts';
import { openCoachVoice } from './coachVoice.ts';
import { aTrack, fakeLive, fakeMedia, happens, letIn } from './testing/fakeFamily.ts';
import type { NotSounding, Playing } from './familyMedia.ts';

const voice = aTrack('coach-voice');

describe('the coach’s voice', () => {
  test.for(['combined', 'ear'] as const)('is played in a checked %s device while coaching', (device) => {
    const live = fakeLive(...letIn(device), happens.passedEarCheck, happens.coaching);
    const media = fakeMedia();
    openCoachVoice(live, media);
    media.show({ coachVoice: voice });
    expect(media.played).toMatchObject([{ track: voice, isStopped: false }]);
  });

  test('[AUD1] is never played on a room device, even when a track arrives there', () => {
    const live = fakeLive(...letIn('room'), happens.passedEarCheck);
    const media = fakeMedia();
    openCoachVoice(live, media);
    media.show({ coachVoice: voice });
    live.happen(happens.checkIn);
    live.happen(happens.coaching, happens.coachOpensVoice);
    expect(media.played).toEqual([]);
  });

  test('[AUD1] stops as soon as the device becomes the room’s', () => {
    const live = fakeLive(...letIn('combined'), happens.passedEarCheck, happens.coaching);
    const media = fakeMedia();
    openCoachVoice(live, media);
    media.show({ coachVoice: voice });
    live.happen({ type: 'device.kind-set', by: PARENT, participantId: PARENT, device: 'room' });
    expect(media.played).toMatchObject([{ isStopped: true }]);
  });

  test('[EAR1] stays silent while coaching until the ear check has passed', () => {
    const live = fakeLive(...letIn('combined'), happens.coaching);
    const media = fakeMedia();
    openCoachVoice(live, media);
    media.show({ coachVoice: voice });
    expect(media.played).toEqual([]);
    live.happen(happens.passedEarCheck);
    expect(media.played).toHaveLength(1);
  });

  test('[AUD3] stops when coding begins', () => {
    const live = fakeLive(...letIn('combined'), happens.passedEarCheck, happens.checkIn);
    const media = fakeMedia();
    openCoachVoice(live, media);
    media.show({ coachVoice: voice });
    live.happen(happens.coding);
    expect(media.played).toMatchObject([{ isStopped: true }]);
  });

  test('stops while the connection is lost, and when an earphone may have been pulled out', () => {
    const live = fakeLive(...letIn('combined'), happens.passedEarCheck, happens.coaching);
    const media = fakeMedia();
    const playback = openCoachVoice(live, media);
    media.show({ coachVoice: voice });
    live.show({ connection: 'lost' });
    expect(media.played.at(-1)?.isStopped).toBe(true);
    live.show({ connection: 'live' });
    playback.hold();
    expect(media.played.map(({ isStopped }) => isStopped)).toEqual([true, true]);
    playback.release();
    expect(media.played.at(-1)?.isStopped).toBe(false);
  });

  test.for(['blocked', 'output-gone'] as const)('says when it is %s, and keeps the volume over a restart', (why) => {
    const live = fakeLive(...letIn('ear'), happens.passedEarCheck, happens.coaching);
    const volumes: number[] = [];
    let fail: ((why: NotSounding) => void) | undefined;
    const media = fakeMedia({
      play: (_track, volume, onNotSounding): Playing => {
        volumes.push(volume);
        fail = onNotSounding;
        return { setVolume: () => undefined, stop: () => undefined };
      },
    });
    const playback = openCoachVoice(live, media);
    media.show({ coachVoice: voice });
    fail?.(why);
    expect(playback.getSnapshot().is).toBe(why);
    playback.setVolume(0.4);
    playback.restart();
    expect(playback.getSnapshot().is).toBe('playing');
    expect(volumes).toEqual([1, 0.4]);
  });
});
