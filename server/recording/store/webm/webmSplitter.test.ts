import fc from 'fast-check';
import { expect, test } from 'vitest';
import { element, ID, NotWebm } from './ebml.ts';
import { aCluster, aSecond, aWebmStart, aWebmStream } from './testing/aWebmStream.ts';
import { createWebmSplitter, type WebmEvent } from './webmSplitter.ts';

function split(chunks: readonly Uint8Array[]): readonly WebmEvent[] {
  const splitter = createWebmSplitter();
  return chunks.flatMap((chunk) => splitter.push(chunk));
}

test('a live stream is split into its head, its clusters and their blocks', () => {
  const events = split(aWebmStream(2));
  expect(events.map(({ is }) => is).slice(0, 3)).toEqual(['head', 'cluster', 'block']);
  expect(events.flatMap((event) => (event.is === 'cluster' ? event.at : []))).toEqual([0, 1_000]);
  expect(events.flatMap((event) => (event.is === 'block' && event.startsPicture ? event.at : []))).toEqual([0, 1_000]);
  expect(events.filter(({ is }) => is === 'block')).toHaveLength(120);
  expect(events[0]).toMatchObject({ head: { videoTrack: 1 } });
});

test('the result does not depend on how the bytes are cut, or on whether clusters give their size', () => {
  const whole = split(aWebmStream(2));
  fc.assert(
    fc.property(fc.boolean(), fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1 }), (sized, lengths) => {
      const bytes = Buffer.concat(aWebmStream(2, sized));
      const chunks: Buffer[] = [];
      for (let at = 0; at < bytes.length; at += chunks.at(-1)?.length ?? 0) {
        chunks.push(bytes.subarray(at, at + (lengths[chunks.length % lengths.length] ?? 1)));
      }
      expect(split(chunks)).toEqual(whole);
    }),
    { numRuns: 50 },
  );
});

test('elements between clusters are skipped', () => {
  const [start, first, second] = aWebmStream(2);
  const between = [
    element(ID.void, Buffer.alloc(500)),
    element(ID.tags, Buffer.alloc(9)),
    element(ID.cues, Buffer.alloc(70)),
  ];
  expect(split([start!, first!, ...between, second!])).toEqual(split(aWebmStream(2)));
});

test('a stream of sound alone has a head without a picture', () => {
  const [head] = split([aWebmStart({ picture: false }), aCluster(aSecond(0))]);
  expect(head).toMatchObject({ head: { videoTrack: undefined, anyTrack: 2 } });
});

const [start, cluster] = aWebmStream(1) as [Buffer, Buffer];
test.for([
  ['text', [Buffer.from('this is not WebM')]],
  ['zeros', [Buffer.alloc(64)]],
  ['another kind of document', [aWebmStart({ docType: 'matroska' }), cluster]],
  ['times in another scale', [aWebmStart({ scale: 1_000 }), cluster]],
  ['a cluster without tracks', [start.subarray(0, start.indexOf('1654ae6b', 0, 'hex')), cluster]],
  ['a second start', [start, cluster, start]],
  ['a block larger than any', [start, Buffer.from('1f43b67501ffffffffffffffe78100a3087fffffff', 'hex')]],
  ['a block before its cluster’s time', [start, element(ID.cluster, element(ID.simpleBlock, Buffer.alloc(9)))]],
] as const)('%s is refused', ([, chunks]) => {
  expect(() => split(chunks)).toThrow(NotWebm);
});

test('any bytes are either accepted or refused with NotWebm', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), fc.boolean(), (chunks, afterStart) => {
      try {
        split([...(afterStart ? aWebmStream(1) : []), ...chunks]);
      } catch (error) {
        expect(error).toBeInstanceOf(NotWebm);
      }
    }),
    { numRuns: 500 },
  );
});
