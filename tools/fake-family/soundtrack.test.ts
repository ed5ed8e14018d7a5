import { expect, test } from 'vitest';
import { soundtrack } from './soundtrack.ts';

test('a sound keeps its moment, its length and its loudness at the new rate', () => {
  const sound = { rate: 24_000, samples: new Float32Array(240).fill(0.5) };
  const { rate, samples } = soundtrack([{ sound, startMs: 20 }], 50);
  expect(rate).toBe(48_000);
  expect(samples).toHaveLength(2400);
  expect(samples.findIndex((sample) => sample !== 0)).toBe(960);
  expect(samples.findLastIndex((sample) => sample !== 0)).toBe(960 + 479);
  expect(samples[1200]).toBe(0.5);
});
