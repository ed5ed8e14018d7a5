import { expect, test } from 'vitest';
import { toneWav } from './toneWav.ts';
import { decodeWav } from '#tools/fake-family/wav.ts';

test('a tone has its pitch, length and loudness', () => {
  const { rate, samples } = decodeWav(toneWav(880, 0.5, 0.25));
  expect(rate).toBe(48_000);
  expect(samples).toHaveLength(24_000);
  expect(Math.max(...samples)).toBeCloseTo(0.25, 2);
  const crossings = samples.filter((sample, index) => sample >= 0 && (samples[index - 1] ?? 0) < 0);
  expect(crossings.length).toBeCloseTo(880 * 0.5, -1);
});

test('too loud is clipped, not wrapped round', () => {
  const { samples } = decodeWav(toneWav(100, 0.1, 3));
  expect(Math.max(...samples)).toBe(1);
  expect(Math.min(...samples)).toBeGreaterThanOrEqual(-1.001);
});
