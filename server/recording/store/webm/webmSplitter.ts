import { childrenOf, ID, NotWebm, readElementHead, readTrackNumber, uintOf, type ElementHead } from './ebml.ts';
import { checkScale, makeWebmHead, type WebmHead } from './webmHead.ts';

/** The content of a live WebM stream: its head once, and then clusters with their blocks. Times are media ms. */
export type WebmEvent =
  | { readonly is: 'head'; readonly head: WebmHead }
  | { readonly is: 'cluster'; readonly at: number }
  | { readonly is: 'block'; readonly at: number; readonly startsPicture: boolean; readonly element: Buffer };

type WebmSplitter = {
  /** The events that these bytes complete. Throws `NotWebm` and must not be used after that. */
  readonly push: (bytes: Uint8Array) => readonly WebmEvent[];
};

/** The largest element held in memory whole: larger than any camera's key frame, and too small to do harm. */
const MAX_ELEMENT_BYTES = 4 * 1_024 * 1_024;

const SKIPPED: { readonly [P in Place]: readonly number[] } = {
  'at the start': [],
  'in the document': [],
  'in the segment': [ID.seekHead, ID.cues, ID.tags, ID.chapters, ID.attachments, ID.crc32, ID.void],
  'in a cluster': [ID.silentTracks, ID.position, ID.prevSize, ID.crc32, ID.void],
};
const TAKEN: { readonly [P in Place]: readonly number[] } = {
  'at the start': [ID.ebml],
  'in the document': [ID.segment],
  'in the segment': [ID.info, ID.tracks, ID.cluster],
  'in a cluster': [ID.timestamp, ID.simpleBlock, ID.blockGroup],
};
/** The ids that end a cluster whose size was not known when it began. */
const ENDS_CLUSTER: readonly number[] = [ID.cluster, ID.seekHead, ID.cues, ID.tags, ID.chapters, ID.attachments];

type Place = 'at the start' | 'in the document' | 'in the segment' | 'in a cluster';

/** Splits a recorder's stream, in whatever pieces it arrives. Holds at most one element. */
export function createWebmSplitter(): WebmSplitter {
  let place: Place = 'at the start';
  let chunks: Uint8Array[] = [];
  let held = 0;
  let needed = 0;
  let skip = 0;
  /** How much of a cluster of known size is still to come. */
  let left = Infinity;
  let clusterAt: number | undefined;
  let ebml: Buffer | undefined;
  let tracks: Buffer | undefined;
  let head: WebmHead | undefined;

  function push(bytes: Uint8Array): readonly WebmEvent[] {
    chunks.push(bytes);
    held += bytes.length;
    if (held < needed) return [];
    const buffer = Buffer.concat(chunks);
    const events: WebmEvent[] = [];
    let at = 0;
    for (;;) {
      const skipped = Math.min(skip, buffer.length - at);
      skip -= skipped;
      at += skipped;
      if (place === 'in a cluster' && left === 0) leaveCluster();
      const next = readElementHead(buffer, at);
      if (next && place === 'in a cluster' && left === Infinity && ENDS_CLUSTER.includes(next.id)) leaveCluster();
      needed = next ? next.headBytes + bytesHeldOf(next) : 0;
      if (next === undefined || at + needed > buffer.length) break;
      take(next, buffer.subarray(at + next.headBytes, at + needed), buffer.subarray(at, at + needed), events);
      at += needed;
    }
    const rest = Buffer.from(buffer.subarray(at));
    [chunks, held] = [[rest], rest.length];
    return events;
  }

  /** How many bytes of an element are needed before it can be handled: all, unless it is entered or skipped. */
  function bytesHeldOf({ id, size }: ElementHead): number {
    if (SKIPPED[place].includes(id)) return 0;
    if (!TAKEN[place].includes(id)) throw new NotWebm(`The element ${id.toString(16)} does not belong ${place}.`);
    if (id === ID.segment || id === ID.cluster) return 0;
    if (size === undefined || size > MAX_ELEMENT_BYTES) {
      throw new NotWebm(`The element ${id.toString(16)} is too large.`);
    }
    return size;
  }

  function take(next: ElementHead, body: Buffer, element: Buffer, events: WebmEvent[]): void {
    if (place === 'in a cluster') {
      left -= next.headBytes + (next.size ?? Infinity);
      if (!(left >= 0)) throw new NotWebm('A block reaches out of its cluster.');
    }
    if (SKIPPED[place].includes(next.id)) {
      if (next.size === undefined) throw new NotWebm('An element to skip has no end.');
      skip = next.size;
    } else if (next.id === ID.ebml) {
      ebml = body;
      place = 'in the document';
    } else if (next.id === ID.segment) {
      place = 'in the segment';
    } else if (next.id === ID.info) {
      checkScale(body);
    } else if (next.id === ID.tracks) {
      if (head) throw new NotWebm('The tracks change in mid-stream.');
      tracks = body;
    } else if (next.id === ID.cluster) {
      enterCluster(next.size, events);
    } else {
      takeInCluster(next.id, body, element, events);
    }
  }

  function enterCluster(size: number | undefined, events: WebmEvent[]): void {
    if (head === undefined) {
      if (ebml === undefined || tracks === undefined) throw new NotWebm('A cluster comes before the tracks.');
      head = makeWebmHead(ebml, tracks);
      events.push({ is: 'head', head });
    }
    place = 'in a cluster';
    clusterAt = undefined;
    left = size ?? Infinity;
  }

  function leaveCluster(): void {
    place = 'in the segment';
    left = Infinity;
  }

  function takeInCluster(id: number, body: Buffer, element: Buffer, events: WebmEvent[]): void {
    if (id === ID.timestamp) {
      if (clusterAt !== undefined) throw new NotWebm('A cluster has two times.');
      clusterAt = uintOf(body);
      events.push({ is: 'cluster', at: clusterAt });
      return;
    }
    if (clusterAt === undefined) throw new NotWebm('A block comes before its cluster’s time.');
    const { track, offset, isKey } = id === ID.simpleBlock ? readSimpleBlock(body) : readBlockGroup(body);
    const at = Math.max(0, clusterAt + offset);
    // A copy, because the piece that it goes into outlives these bytes.
    events.push({ is: 'block', at, startsPicture: isKey && track === head?.videoTrack, element: Buffer.from(element) });
  }

  return { push };
}

function readSimpleBlock(body: Buffer) {
  const { track, length } = readTrackNumber(body, 0);
  if (body.length < length + 3) throw new NotWebm('A block is too short.');
  return { track, offset: body.readInt16BE(length), isKey: (body.readUInt8(length + 2) & 0x80) !== 0 };
}

/** A block in a group is a key frame if it refers to no other. */
function readBlockGroup(body: Buffer) {
  const children = [...childrenOf(body)];
  const block = children.find(({ id }) => id === ID.block);
  if (block === undefined) throw new NotWebm('A group contains no block.');
  return { ...readSimpleBlock(block.body), isKey: children.every(({ id }) => id !== ID.referenceBlock) };
}
