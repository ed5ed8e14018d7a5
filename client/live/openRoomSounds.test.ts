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

function aScreen() {
  let plugged: readonly string[] = ['headset'];
  let tell: () => void = () => undefined;
  const told: string[] = [];
  const mediaStreamTrack = new EventTarget() as MediaStreamTrack; // jsdom has no tracks, and nothing here reads its members
  const sounds = openRoomSounds(
    { subscribe: () => () => undefined, getSnapshot: () => [{ kind: 'audio', mediaStreamTrack }] },
    {
      sinkId: 'headset',
      outputs: {
        list: async () => plugged.map((id) => ({ id, label: id })),
        onChange(listener) {
          tell = listener;
          return () => {
            tell = () => undefined;
          };
        },
      },
      onOutputBack: () => told.push('back'),
      remember: (id) => told.push(`chosen ${id}`),
    },
  );
  sounds.subscribe(() => told.push(sounds.getSnapshot() ? 'gone' : 'there'));
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
  expect([isAudible(), told, vi.mocked(playTrack).mock.calls.length]).toEqual([true, ['gone', 'there', 'back'], 2]);
  leave();
  await plug();
  expect(told).toEqual(['gone', 'there', 'back']);
});

test('another output can be chosen in mid-session, and the former one is waited for no more', async () => {
  const { isAudible, plug, told, choose, list } = aScreen();
  await plug('loudspeaker');
  expect(isAudible()).toBe(false);
  expect((await list()).map(({ id }) => id)).toEqual(['loudspeaker']);
  choose('loudspeaker');
  expect([isAudible(), player.sinkId, told]).toEqual([true, 'loudspeaker', ['gone', 'chosen loudspeaker', 'there']]);
  await plug('loudspeaker', 'headset');
  expect([isAudible(), player.sinkId]).toEqual([true, 'loudspeaker']);
  await plug('headset');
  expect(isAudible()).toBe(false);
});

test('an output that does not play although it was chosen is gone as well', () => {
  const { isAudible, choose } = aScreen();
  choose('loudspeaker');
  player.onOutputGone?.();
  expect(isAudible()).toBe(false);
});
