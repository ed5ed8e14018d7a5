import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { LEAK_THRESHOLD_DB } from '#shared/domain/earCheck.ts';
import { makeFakeFamily } from '#tools/fakeFamily.ts';
import { decodeWav } from '#tools/fake-family/wav.ts';
import { powerAt, toneAboveNoiseDb, tonePower } from './goertzel.ts';

const RATE = 48_000;
const LENGTH = 4_096;

const tone =
  (hz: number, amplitude = 0.5) =>
  (index: number) =>
    amplitude * Math.sin((2 * Math.PI * hz * index) / RATE);

function noise(amplitude: number, seed = 1) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return amplitude * (state / 1_073_741_824 - 1);
  };
}

const samplesOf = (...sounds: ((index: number) => number)[]) =>
  Float32Array.from({ length: LENGTH }, (_, index) => sounds.reduce((sum, sound) => sum + sound(index), 0));

const looksAt = (hz: number, count: number, ...sounds: ((index: number) => number)[]) =>
  Array.from({ length: count }, () => tonePower(hz, samplesOf(...sounds), RATE));

describe('the power of a frequency', () => {
  test('is that of the tone, and almost zero elsewhere', () => {
    const samples = samplesOf(tone(1_000));
    expect(powerAt(1_000, samples, RATE)).toBeGreaterThan(10_000 * powerAt(1_300, samples, RATE));
  });

  test('grows with the square of the amplitude', () => {
    const [soft, loud] = [0.1, 0.2].map((amplitude) => powerAt(1_000, samplesOf(tone(1_000, amplitude)), RATE));
    expect((loud ?? 0) / (soft ?? 1)).toBeCloseTo(4, 3);
  });
});

describe('a tone above the noise', () => {
  test.for([
    ['a loud tone in a quiet room', 0.3, 0.01, 40, 80],
    ['a tone as loud as the room', 0.1, 0.1, 20, 45],
    ['a whisper of a tone in a loud room', 0.003, 0.1, 2, 15],
  ] as const)('%s stands as far above it as it should', ([, amplitude, roomNoise, least, most]) => {
    const db = toneAboveNoiseDb(looksAt(1_000, 12, tone(1_000, amplitude), noise(roomNoise)), 6);
    expect(db).toBeGreaterThan(least);
    expect(db).toBeLessThan(most);
  });

  test('noise alone stays below what counts as a leak, in every one of many rooms', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      expect(toneAboveNoiseDb(looksAt(1_000, 20, noise(0.1, seed)), 6)).toBeLessThan(9);
    }
  });

  test('another tone is not this tone', () => {
    expect(toneAboveNoiseDb(looksAt(1_000, 12, tone(1_500), noise(0.01)), 6)).toBeLessThan(9);
  });

  test('a tone that sounds for part of the listening is found', () => {
    const room = noise(0.05);
    const looks = [
      ...looksAt(1_000, 10, room),
      ...looksAt(1_000, 6, tone(1_000, 0.2), room),
      ...looksAt(1_000, 10, room),
    ];
    expect(toneAboveNoiseDb(looks, 6)).toBeGreaterThan(20);
  });

  test('a loud syllable that holds the pitch for a moment is no tone', () => {
    const room = noise(0.05);
    const looks = [
      ...looksAt(1_000, 10, room),
      ...looksAt(1_000, 2, tone(1_000, 0.5), room),
      ...looksAt(1_000, 10, room),
    ];
    expect(toneAboveNoiseDb(looks, 8)).toBeLessThan(9);
  });

  test('a word over the tone does not hide it', () => {
    const room = noise(0.01);
    const looks = [
      ...looksAt(1_000, 3, tone(1_000, 0.2), room),
      ...looksAt(1_000, 2, tone(1_000, 0.2), noise(0.9)),
      ...looksAt(1_000, 3, tone(1_000, 0.2), room),
    ];
    expect(toneAboveNoiseDb(looks, 8)).toBeGreaterThan(20);
  });

  test('without any sound there is no result', () => {
    expect(
      toneAboveNoiseDb(
        looksAt(1_000, 12, () => 0),
        6,
      ),
    ).toBeNull();
    expect(toneAboveNoiseDb([], 6)).toBeNull();
  });
});

/** As an ear check listens: a tone of 1.5 s, within 2.5 s of sound. */
const EAR_TONE = { hz: 4_000, from: 7, until: 24, pieces: 29, run: 8 } as const;

/** A parent and a child at play: what ear checks measure that begin each second, with a tone or without. */
async function earChecksInPlay(amplitude: number) {
  const { audio } = await makeFakeFamily();
  const { rate, samples } = decodeWav(await readFile(audio));
  const last = samples.length - EAR_TONE.pieces * LENGTH;
  const starts = Array.from({ length: Math.floor(last / rate) }, (_, second) => second * rate);
  return starts.map((start) => {
    const looks = Array.from({ length: EAR_TONE.pieces }, (_, piece) => {
      const sound = samples.slice(start + piece * LENGTH, start + (piece + 1) * LENGTH);
      const sounds = piece >= EAR_TONE.from && piece < EAR_TONE.until;
      const heard = sounds ? sound.map((sample, index) => sample + tone(EAR_TONE.hz, amplitude)(index)) : sound;
      return tonePower(EAR_TONE.hz, heard, rate);
    });
    return toneAboveNoiseDb(looks, EAR_TONE.run) ?? -Infinity;
  });
}

describe('an ear check while a parent and a child play', () => {
  test('[EAR2] never takes their voices for the tone', async () => {
    const without = await earChecksInPlay(0);
    expect(without.length).toBeGreaterThan(50);
    expect(Math.max(...without)).toBeLessThan(LEAK_THRESHOLD_DB);
  });

  test('[EAR2] finds a tone at a hundredth of full scale every time, at a thousandth nine times in ten', async () => {
    const shareFound = (results: number[]) =>
      results.filter((db) => db >= LEAK_THRESHOLD_DB).length / Math.max(1, results.length);
    expect(shareFound(await earChecksInPlay(0.01))).toBe(1);
    expect(shareFound(await earChecksInPlay(0.001))).toBeGreaterThan(0.9);
  });
});
