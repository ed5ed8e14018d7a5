import { element, floatElement, ID, textElement, uintElement } from '#server/recording/store/webm/ebml.ts';
import type { WebmBlock } from './webmBlocks.ts';

/** A track of the file to write. Pictures are VP8; sound is Opus with two channels. */
export type WrittenTrack =
  | { readonly is: 'picture'; readonly name: string; readonly width: number; readonly height: number }
  | { readonly is: 'sound'; readonly name: string };

/** The length of a cluster, in ms. This much of the file is in memory at a time. */
const CLUSTER_MS = 1_000;

const TIMES_IN_MS = 1_000_000;
const SAMPLE_RATE = 48_000;
const CHANNELS = 2;
/** What an Opus encoder needs before its first sample, in samples. */
const PRE_SKIP = 312;
const SEEK_PRE_ROLL_NS = 80_000_000;

/** A WebM stream of these tracks, numbered from 1 in their order, and of blocks that come in order of time. */
export async function* writeWebm(
  tracks: readonly WrittenTrack[],
  blocks: AsyncIterable<WebmBlock>,
): AsyncGenerator<Buffer> {
  yield headOf(tracks);
  let cluster: { readonly at: number; readonly blocks: Buffer[] } | undefined;
  for await (const block of blocks) {
    const at = Math.round(block.at);
    if (cluster !== undefined && at - cluster.at >= CLUSTER_MS) {
      yield clusterOf(cluster);
      cluster = undefined;
    }
    cluster ??= { at, blocks: [] };
    cluster.blocks.push(simpleBlock(block, at - cluster.at));
  }
  if (cluster !== undefined) yield clusterOf(cluster);
}

function clusterOf({ at, blocks }: { readonly at: number; readonly blocks: readonly Buffer[] }): Buffer {
  return element(ID.cluster, uintElement(ID.timestamp, at), ...blocks);
}

function simpleBlock({ track, isKey, data }: WebmBlock, offset: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt8(0x80 | track, 0);
  head.writeInt16BE(offset, 1);
  head.writeUInt8(isKey ? 0x80 : 0, 3);
  return element(ID.simpleBlock, head, data);
}

function headOf(tracks: readonly WrittenTrack[]): Buffer {
  return Buffer.concat([
    element(
      ID.ebml,
      textElement(ID.docType, 'webm'),
      uintElement(ID.docTypeVersion, 4),
      uintElement(ID.docTypeReadVersion, 2),
    ),
    // The size is not known yet: all its bits are set.
    Buffer.from([0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
    element(ID.info, uintElement(ID.timestampScale, TIMES_IN_MS), textElement(ID.muxingApp, 'Earshot')),
    element(ID.tracks, ...tracks.map((track, index) => entryOf(track, index + 1))),
  ]);
}

function entryOf(track: WrittenTrack, number: number): Buffer {
  return element(
    ID.trackEntry,
    uintElement(ID.trackNumber, number),
    uintElement(ID.trackUid, number),
    textElement(ID.trackName, track.name),
    uintElement(ID.trackType, track.is === 'picture' ? 1 : 2),
    ...(track.is === 'picture'
      ? [
          textElement(ID.codecId, 'V_VP8'),
          element(ID.video, uintElement(ID.pixelWidth, track.width), uintElement(ID.pixelHeight, track.height)),
        ]
      : [
          textElement(ID.codecId, 'A_OPUS'),
          element(ID.codecPrivate, opusHead()),
          uintElement(ID.codecDelay, Math.round((PRE_SKIP / SAMPLE_RATE) * 1_000_000_000)),
          uintElement(ID.seekPreRoll, SEEK_PRE_ROLL_NS),
          element(ID.audio, floatElement(ID.samplingFrequency, SAMPLE_RATE), uintElement(ID.channels, CHANNELS)),
        ]),
  );
}

/** RFC 7845, 5.1. */
function opusHead(): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 0, 'latin1');
  head.writeUInt8(1, 8);
  head.writeUInt8(CHANNELS, 9);
  head.writeUInt16LE(PRE_SKIP, 10);
  head.writeUInt32LE(SAMPLE_RATE, 12);
  return head;
}
