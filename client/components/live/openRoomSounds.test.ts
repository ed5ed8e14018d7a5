// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { playTrack, type PlayOptions } from '#client/media/playTrack.ts';
import { openRoomSounds } from './openRoomSounds.ts';

vi.mock('#client/media/playTrack.ts');

const resume = vi.fn<() => void>();
const close = vi.fn<() => void>();
let player: PlayOptions = {};

beforeEach(() => {
  resume.mockClear();
  close.mockClear();
  vi.mocked(playTrack).mockClear();
  vi.mocked(playTrack).mockImplementation((_, options = {}) => {
    player = options;
    return { resume, setSink: async () => true, setVolume: () => undefined, close };
  });
});

/** A screen that plays one sound through a headset. */
function aScreen() {
  let plugged: readonly string[] = ['headset'];
  let tell: () => void = () => undefined;
  const told: string[] = [];
  const mediaStreamTrack = new EventTarget() as MediaStreamTrack; // jsdom has none, and nothing here looks into it
  const sounds = openRoomSounds(
    { subscribe: () => () => undefined, getSnapshot: () => [{ kind: 'audio', mediaStreamTrack }] },
    {
      sinkId: 'headset',
      outputs: {
        ids: async () => plugged,
        onChange(listener) {
          tell = listener;
          return () => {
            tell = () => undefined;
          };
        },
      },
      onOutputGone: () => told.push('gone'),
      onOutputBack: () => told.push('back'),
    },
  );
  const plug = async (...ids: readonly string[]) => {
    plugged = ids;
    tell();
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { ...sounds, told, plug };
}

const press = (what: 'pointerdown' | 'keydown') => window.dispatchEvent(new Event(what));

test('sound that the browser holds back starts with the first press, and once', () => {
  const sounds = aScreen();
  player.onBlocked?.();
  expect(sounds.isAudible()).toBe(false);
  press('keydown');
  press('pointerdown');
  expect([sounds.isAudible(), resume.mock.calls.length]).toEqual([true, 1]);
  sounds.close();
});

test('sound whose output is gone stays silent, whatever is pressed, and is not said to be heard', () => {
  const sounds = aScreen();
  player.onBlocked?.();
  player.onOutputGone?.();
  press('keydown');
  player.onBlocked?.();
  press('pointerdown');
  expect([sounds.isAudible(), resume.mock.calls.length]).toEqual([false, 0]);
  sounds.close();
});

test('a screen that was left listens no more', () => {
  const sounds = aScreen();
  player.onBlocked?.();
  sounds.close();
  press('keydown');
  expect(resume).not.toHaveBeenCalled();
});

test('an output that is pulled out in mid-session is not said to be heard, nor replaced by another, and plays again once it is back', async () => {
  const { isAudible, plug, told, close: leave } = aScreen();
  await plug('loudspeaker', 'headset');
  expect([isAudible(), told, close.mock.calls.length]).toEqual([true, [], 0]);
  await plug('loudspeaker');
  await plug();
  expect([isAudible(), told, close.mock.calls.length]).toEqual([false, ['gone'], 1]);
  await plug('headset');
  expect([isAudible(), told, vi.mocked(playTrack).mock.calls.length]).toEqual([true, ['gone', 'back'], 2]);
  leave();
  await plug();
  expect(told).toEqual(['gone', 'back']);
});
