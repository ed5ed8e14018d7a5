// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { playTrack, type PlayOptions } from '#client/media/playTrack.ts';
import { openRoomSounds } from './openRoomSounds.ts';

vi.mock('#client/media/playTrack.ts');

const resume = vi.fn<() => void>();
let player: PlayOptions = {};

beforeEach(() => {
  resume.mockClear();
  vi.mocked(playTrack).mockImplementation((_, options = {}) => {
    player = options;
    return { resume, setSink: async () => true, setVolume: () => undefined, close: () => undefined };
  });
});

/** A screen that plays one sound. */
function aScreen() {
  const mediaStreamTrack = new EventTarget() as MediaStreamTrack; // jsdom has none, and nothing here looks into it
  return openRoomSounds(
    { subscribe: () => () => undefined, getSnapshot: () => [{ kind: 'audio', mediaStreamTrack }] },
    { sinkId: 'headset', onOutputGone: () => undefined },
  );
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
