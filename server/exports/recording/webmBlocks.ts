import { childrenOf, ID, NotWebm, readTrackNumber, uintOf } from '#server/recording/store/webm/ebml.ts';
import type { WebmHead } from '#server/recording/store/webm/webmHead.ts';
import { createWebmSplitter } from '#server/recording/store/webm/webmSplitter.ts';

/** One picture or one audio packet of a WebM file; `at` in ms of the file. */
export type WebmBlock = { readonly track: number; readonly at: number; readonly isKey: boolean; readonly data: Buffer };

/** What the head of a file says about its tracks. */
export type WebmTracks = {
  readonly picture: { readonly track: number; readonly width: number; readonly height: number } | undefined;
  readonly sound: number | undefined;
};

const TYPES = { video: 1, audio: 2 } as const;

/** The blocks of a WebM file as they arrive. Throws `NotWebm`. */
export async function* readBlocks(file: AsyncIterable<Uint8Array>): AsyncGenerator<WebmBlock> {
  const splitter = createWebmSplitter();
  for await (const bytes of file) {
    for (const event of splitter.push(bytes)) {
      if (event.is === 'block') yield blockOf(event.at, event.element);
    }
  }
}

/** The tracks of a WebM file. Reads only its head. Undefined if it has none. */
export async function readTracks(file: AsyncIterable<Uint8Array>): Promise<WebmTracks | undefined> {
  const splitter = createWebmSplitter();
  for await (const bytes of file) {
    for (const event of splitter.push(bytes)) if (event.is === 'head') return tracksOf(event.head);
  }
  return undefined;
}

function tracksOf({ tracks }: WebmHead): WebmTracks {
  const [body] = [...childrenOf(tracks)].map((one) => one.body);
  const entries = [...childrenOf(body ?? Buffer.alloc(0))].map(({ body: entry }) => new Map(fieldsOf(entry)));
  const numberOf = (entry: Map<number, Buffer>, id: number) => uintOf(entry.get(id) ?? Buffer.alloc(0));
  const found = (type: number) => entries.find((entry) => numberOf(entry, ID.trackType) === type);
  const [video, audio] = [found(TYPES.video), found(TYPES.audio)];
  const size = new Map(fieldsOf(video?.get(ID.video) ?? Buffer.alloc(0)));
  return {
    picture: video && {
      track: numberOf(video, ID.trackNumber),
      width: numberOf(size, ID.pixelWidth),
      height: numberOf(size, ID.pixelHeight),
    },
    sound: audio && numberOf(audio, ID.trackNumber),
  };
}

function fieldsOf(bytes: Buffer): (readonly [number, Buffer])[] {
  return [...childrenOf(bytes)].map(({ id, body }) => [id, body]);
}

/** A block in a group is a key frame if it refers to no other. */
function blockOf(at: number, element: Buffer): WebmBlock {
  const [outer] = [...childrenOf(element)];
  if (outer === undefined) throw new NotWebm('A block is empty.');
  if (outer.id === ID.simpleBlock) {
    const { track, length } = readTrackNumber(outer.body, 0);
    const isKey = (outer.body.readUInt8(length + 2) & 0x80) !== 0;
    return { track, at, isKey, data: outer.body.subarray(length + 3) };
  }
  const children = [...childrenOf(outer.body)];
  const block = children.find(({ id }) => id === ID.block)?.body;
  if (block === undefined) throw new NotWebm('A group contains no block.');
  const { track, length } = readTrackNumber(block, 0);
  return {
    track,
    at,
    isKey: children.every(({ id }) => id !== ID.referenceBlock),
    data: block.subarray(length + 3),
  };
}
