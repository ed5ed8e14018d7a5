import { element, ID, textElement, uintElement } from '../ebml.ts';

type BlockPlan = { readonly at: number; readonly track: 1 | 2; readonly key: boolean; readonly payload: Buffer };
type ClusterOf = { readonly at: number; readonly blocks: readonly BlockPlan[] };

const PICTURE = 1;
const SOUND = 2;

/** What comes before the first cluster of a live stream: a picture in track 1 and sound in track 2, or sound alone. */
export function aWebmStart({ picture = true, docType = 'webm', scale = 1_000_000 } = {}): Buffer {
  const track = (number: number, type: number, codec: string) =>
    element(
      ID.trackEntry,
      uintElement(ID.trackNumber, number),
      uintElement(ID.trackType, type),
      textElement(0x86, codec),
    );
  return Buffer.concat([
    element(ID.ebml, textElement(ID.docType, docType)),
    withoutSize(ID.segment),
    element(ID.info, uintElement(ID.timestampScale, scale), textElement(ID.muxingApp, 'a recorder')),
    element(ID.tracks, ...(picture ? [track(PICTURE, 1, 'V_VP8')] : []), track(SOUND, 2, 'A_OPUS')),
    element(ID.tags, Buffer.alloc(20)),
  ]);
}

/** A cluster as a recorder writes it, with its size or with the size unknown. */
export function aCluster({ at, blocks }: ClusterOf, sized = true): Buffer {
  const content = [uintElement(ID.timestamp, at), ...blocks.map((block) => aBlock(at, block))];
  return sized ? element(ID.cluster, ...content) : Buffer.concat([withoutSize(ID.cluster), ...content]);
}

export function aBlock(clusterAt: number, { at, track, key, payload }: BlockPlan): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt8(0x80 | track, 0);
  head.writeInt16BE(at - clusterAt, 1);
  head.writeUInt8(key ? 0x80 : 0, 3);
  return element(ID.simpleBlock, head, payload);
}

/** A second of play: a picture every 100 ms, the first of which is a key frame, and sound every 20 ms. */
export function aSecond(at: number, payload = Buffer.from(`a picture of second ${at}`)): ClusterOf {
  const blocks = Array.from({ length: 50 }, (_, index): readonly BlockPlan[] => {
    const time = at + index * 20;
    const sound: BlockPlan = { at: time, track: SOUND, key: true, payload: Buffer.from(`sound at ${time}`) };
    return index % 5 === 0 ? [{ at: time, track: PICTURE, key: index === 0, payload }, sound] : [sound];
  });
  return { at, blocks: blocks.flat() };
}

/** A whole stream of this many seconds, as a recorder writes it. */
export function aWebmStream(seconds: number, sized = true): readonly Buffer[] {
  return [aWebmStart(), ...Array.from({ length: seconds }, (_, index) => aCluster(aSecond(index * 1_000), sized))];
}

function withoutSize(id: number): Buffer {
  const head = Buffer.alloc(12, 0xff);
  head.writeUInt32BE(id, 0);
  head.writeUInt8(0x01, 4);
  return head;
}
