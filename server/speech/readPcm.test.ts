import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPcm } from './readPcm.ts';

async function* cut(bytes: Buffer, at: readonly number[]) {
  const cuts = [0, ...at.filter((place) => place <= bytes.length).toSorted((one, other) => one - other), bytes.length];
  for (const [index, from] of cuts.entries()) yield bytes.subarray(from, cuts[index + 1]);
}

test('samples are the same however the bytes were cut, and half a sample at the end is dropped', async () => {
  const someSamples = fc.array(fc.float({ noNaN: true }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(someSamples, fc.array(fc.nat(160)), fc.nat(3), async (samples, cuts, extra) => {
      const bytes = Buffer.concat([Buffer.from(Float32Array.from(samples).buffer), Buffer.alloc(extra)]);
      const read: number[] = [];
      for await (const piece of readPcm(cut(bytes, cuts))) read.push(...piece);
      expect(read).toEqual(samples);
    }),
  );
});
