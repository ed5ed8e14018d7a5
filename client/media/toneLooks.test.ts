import { expect, test } from 'vitest';
import { LEAK_THRESHOLD_DB } from '#shared/domain/earCheck.ts';
import { toneAboveNoiseDb } from './goertzel.ts';
import { openToneLooks } from './toneLooks.ts';

const RATE = 48_000;
const LENGTH = 4_096;
const WINDOW_S = LENGTH / RATE;
const RUN = 8;

/** A room whose sound goes on only when `pass` is called. */
function aRoom(soundAt: (index: number, piece: number) => number) {
  let piece = 0;
  let time = 0;
  const looks = openToneLooks(
    {
      sampleRate: RATE,
      latest: () => Float32Array.from({ length: LENGTH }, (_, index) => soundAt(index, piece)),
      time: () => time,
    },
    4_000,
  );
  return {
    ...looks,
    pass(seconds = WINDOW_S) {
      time += seconds;
      piece += 1;
    },
  };
}

const tone = (index: number) => 0.3 * Math.sin((2 * Math.PI * 4_000 * index) / RATE);

/** The same for the same piece. */
function noise(index: number, piece: number) {
  const mixed = Math.sin(index * 12.9898 + piece * 78.233) * 43_758.5453;
  return 0.1 * (mixed - Math.floor(mixed) - 0.5);
}

test('[EAR2] sound that a busy machine has measured already is not measured again', () => {
  // One of the pieces happens to have the pitch, as a toy may for a moment.
  const room = aRoom((index, piece) => (piece === 10 ? tone(index) : 0) + noise(index, piece));
  for (let piece = 0; piece < 20; piece += 1) {
    for (let times = 0; times < 10; times += 1) room.look();
    room.pass();
  }
  expect(room.all).toHaveLength(20);
  expect(toneAboveNoiseDb(room.all, RUN)).toBeLessThan(LEAK_THRESHOLD_DB);
});

test('[EAR2] pieces that overlap are not measured as if they were two', () => {
  const room = aRoom(tone);
  for (let times = 0; times < 40; times += 1) {
    room.look();
    room.pass(WINDOW_S / 4);
  }
  expect(room.all).toHaveLength(10);
  expect(toneAboveNoiseDb(room.all, RUN)).toBeGreaterThan(LEAK_THRESHOLD_DB);
});
