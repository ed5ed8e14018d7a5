import { expect, test } from 'vitest';
import { aRecordedTake } from './testing/aRecordedTake.ts';
import { createPlayer, GAP_SHOWN_MS } from './createPlayer.ts';
import { NOTHING_TO_PLAY, recordedOf } from './recordedTakes.ts';

function aPlayer(recorded = NOTHING_TO_PLAY, endsAt = 600_000) {
  let [now, frame]: [number, (() => void) | undefined] = [0, undefined];
  const player = createPlayer({
    recorded,
    endsAt,
    urlOf: (partId) => partId,
    now: () => now,
    nextFrame: (callback) => {
      frame = callback;
      return () => (frame = undefined);
    },
  });
  const pass = (ms: number) => {
    now += ms;
    const due = frame;
    frame = undefined;
    due?.();
  };
  return { player, pass };
}

test('without a recording the session is played by the clock, at any speed', () => {
  const { player, pass } = aPlayer();
  player.play();
  pass(1_000);
  expect(player.now()).toBe(1_000);
  player.setRate(2);
  pass(1_000);
  expect(player.now()).toBe(3_000);
  player.pause();
  pass(1_000);
  expect(player.now()).toBe(3_000);
});

test('a code is played from five seconds before, and never from before the session', () => {
  const { player } = aPlayer();
  player.playAround(60_000);
  expect(player.now()).toBe(55_000);
  player.playAround(2_000);
  expect(player.now()).toBe(0);
  expect(player.isPlaying()).toBe(true);
});

test('a span is looped until that is ended', () => {
  const { player, pass } = aPlayer();
  player.loop([10_000, 12_000]);
  expect(player.now()).toBe(10_000);
  player.play();
  pass(2_000);
  expect(player.now()).toBe(10_000);
  player.loop(null);
  pass(3_000);
  expect(player.now()).toBe(13_000);
});

test('at the end of the session it stops', () => {
  const { player, pass } = aPlayer(NOTHING_TO_PLAY, 5_000);
  player.play();
  pass(6_000);
  expect(player.isPlaying()).toBe(false);
});

test('[RCD3] a gap is shown for a moment, and playing goes on behind it', () => {
  const { player, pass } = aPlayer(
    recordedOf({ takes: [aRecordedTake(1, 10_000, 60_000), aRecordedTake(2, 90_000, 120_000)], holes: [] }),
  );
  player.seek(60_000);
  expect(player.status().here).toBe('gap');
  player.play();
  pass(100);
  expect(player.now()).toBeLessThan(61_000);
  pass(GAP_SHOWN_MS);
  expect(player.now()).toBe(90_000);
  expect(player.status().here).toBe('room');
});

test('after the last take the clock goes on to the end of the session', () => {
  const { player, pass } = aPlayer(recordedOf({ takes: [aRecordedTake(1, 10_000, 60_000)], holes: [] }));
  player.seek(60_000);
  player.play();
  pass(5_000);
  expect(player.now()).toBe(65_000);
  expect(player.status().here).toBe('nothing');
});
