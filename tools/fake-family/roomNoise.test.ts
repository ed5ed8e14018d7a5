import { expect, test } from 'vitest';
import { decodeWav, encodeWav } from './wav.ts';
import { withRoomNoise } from './roomNoise.ts';

test('a room is never silent for long, and its noise is far below any voice', () => {
  const { samples } = decodeWav(encodeWav(withRoomNoise({ rate: 48_000, samples: new Float32Array(48_000) })));
  for (let start = 0; start < samples.length; start += 1_024) {
    expect(samples.subarray(start, start + 1_024).some((sample) => sample !== 0)).toBe(true);
  }
  expect(Math.max(...samples.map(Math.abs))).toBeLessThan(0.001);
});
