import type { PartIndex, PlacedPiece } from './partIndex.ts';
import { clusterHead, webmPrefix, type ClusterPlan, type Entry } from './webm/webmPrefix.ts';

/** A stretch of the WebM file that a part is read as: bytes that are made, or what is in a piece. */
type Stretch = { readonly at: number; readonly length: number } & (
  { readonly made: Buffer; readonly piece?: undefined } | { readonly piece: PlacedPiece; readonly made?: undefined }
);

export type PartLayout = {
  /** The recorder's own time at which the file begins. Players count from a file's first moment, whatever it says. */
  readonly beginsAt: number;
  readonly durationMs: number;
  readonly size: number;
  /** The stretches that hold the bytes `[from, to)`. */
  readonly stretchesOf: (from: number, to: number) => readonly Stretch[];
};

/** An index entry at most this often where there is no picture to go by. */
const ENTRY_EVERY_MS = 1_000;
/** How long the last block lasts that nothing follows: a frame of Opus, or half a picture's. */
const LAST_BLOCK_MS = 20;

/** Lays a part out as a WebM file: its head and its index, and then each cluster with its size. */
export function layOutPart({ head, pieces }: PartIndex): PartLayout {
  const clusters: { at: number; bytes: number; pieces: PlacedPiece[] }[] = [];
  const beginsAt = pieces[0]?.clusterAt ?? 0;
  for (const piece of pieces) {
    if (piece.kind === 'cluster') clusters.push({ at: piece.clusterAt - beginsAt, bytes: 0, pieces: [] });
    const cluster = clusters.at(-1);
    cluster?.pieces.push(piece);
    if (cluster) cluster.bytes += piece.length;
  }
  const durationMs = pieces.reduce((most, { to }) => Math.max(most, to), 0) - beginsAt + LAST_BLOCK_MS;
  const entries = head.videoTrack === undefined ? soundEntries(clusters) : pictureEntries(clusters, beginsAt);
  const prefix = webmPrefix(head, durationMs, clusters, entries);

  const stretches: Stretch[] = [{ at: 0, length: prefix.length, made: prefix }];
  let size = prefix.length;
  for (const cluster of clusters) {
    const made = clusterHead(cluster);
    stretches.push({ at: size, length: made.length, made });
    size += made.length;
    for (const piece of cluster.pieces) {
      stretches.push({ at: size, length: piece.length, piece });
      size += piece.length;
    }
  }
  return { beginsAt, durationMs, size, stretchesOf: (from, to) => stretchesBetween(stretches, from, to) };
}

type Cluster = ClusterPlan & { readonly pieces: readonly PlacedPiece[] };

/** Wherever a picture stands on its own. */
function pictureEntries(clusters: readonly Cluster[], beginsAt: number): readonly Entry[] {
  return clusters.flatMap(({ pieces }, cluster) => {
    let blocksBefore = 0;
    return pieces.flatMap((piece) => {
      const entry = { at: Math.max(0, piece.from - beginsAt), cluster, blocksBefore };
      blocksBefore += piece.length;
      return piece.startsPicture ? [entry] : [];
    });
  });
}

function soundEntries(clusters: readonly Cluster[]): readonly Entry[] {
  const entries: Entry[] = [];
  clusters.forEach(({ at }, cluster) => {
    if (at - (entries.at(-1)?.at ?? -Infinity) >= ENTRY_EVERY_MS) entries.push({ at, cluster, blocksBefore: 0 });
  });
  return entries;
}

function stretchesBetween(stretches: readonly Stretch[], from: number, to: number): readonly Stretch[] {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { at, length } = stretches[middle] ?? { at: Infinity, length: 0 };
    if (at + length <= from) low = middle + 1;
    else high = middle;
  }
  const end = stretches.findIndex(({ at }, index) => index >= low && at >= to);
  return stretches.slice(low, end === -1 ? undefined : end);
}
