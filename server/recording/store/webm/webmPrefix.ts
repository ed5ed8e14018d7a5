import { element, elementHead, floatElement, ID, textElement, uintElement } from './ebml.ts';
import type { WebmHead } from './webmHead.ts';

/** A cluster of the assembled file: its time, and how many bytes its blocks take. */
export type ClusterPlan = { readonly at: number; readonly bytes: number };

/** A point from which a player can start: the cluster, and how many bytes of its blocks come before. */
export type Entry = { readonly at: number; readonly cluster: number; readonly blocksBefore: number };

/** The start of a cluster, with its size and its time. */
export function clusterHead({ at, bytes }: ClusterPlan): Buffer {
  const timestamp = uintElement(ID.timestamp, at);
  return Buffer.concat([elementHead(ID.cluster, timestamp.length + bytes), timestamp]);
}

const TIMESTAMP_BYTES = uintElement(ID.timestamp, 0).length;
const CLUSTER_HEAD_BYTES = clusterHead({ at: 0, bytes: 0 }).length;

/** Everything before the first cluster of a file of known size, its index at the front so that a player can jump. */
export function webmPrefix(
  head: WebmHead,
  durationMs: number,
  clusters: readonly ClusterPlan[],
  entries: readonly Entry[],
): Buffer {
  const info = element(
    ID.info,
    uintElement(ID.timestampScale, 1_000_000),
    floatElement(ID.duration, durationMs),
    textElement(ID.muxingApp, 'Earshot'),
    textElement(ID.writingApp, 'Earshot'),
  );
  // All numbers have eight bytes, so the values in the index do not change its length.
  const seekBytes = seekHead(0, 0, 0).length;
  const cuesBytes = elementHead(ID.cues, 0).length + entries.length * cuePoint(0, 0, 0, 0).length;
  const afterSeek = seekBytes + info.length + head.tracks.length;
  const clusterPlaces = placesOf(clusters, afterSeek + cuesBytes);
  const segmentBytes = clusterPlaces.at(-1) ?? 0;
  return Buffer.concat([
    head.ebml,
    elementHead(ID.segment, segmentBytes),
    seekHead(seekBytes, seekBytes + info.length, afterSeek),
    info,
    head.tracks,
    cues(head, entries, clusterPlaces),
  ]);
}

/** Where each cluster begins, and where the last one ends, counted from the segment's first byte. */
function placesOf(clusters: readonly ClusterPlan[], first: number): readonly number[] {
  const places = [first];
  let next = first;
  for (const { bytes } of clusters) places.push((next += CLUSTER_HEAD_BYTES + bytes));
  return places;
}

function seekHead(info: number, tracks: number, cues: number): Buffer {
  const seek = (id: number, place: number) => {
    const name = Buffer.alloc(4);
    name.writeUInt32BE(id);
    return element(ID.seek, element(ID.seekId, name), uintElement(ID.seekPosition, place));
  };
  return element(ID.seekHead, seek(ID.info, info), seek(ID.tracks, tracks), seek(ID.cues, cues));
}

function cues(head: WebmHead, entries: readonly Entry[], clusterPlaces: readonly number[]): Buffer {
  const track = head.videoTrack ?? head.anyTrack;
  const points = entries.map(({ at, cluster, blocksBefore }) =>
    cuePoint(at, track, clusterPlaces[cluster] ?? 0, TIMESTAMP_BYTES + blocksBefore),
  );
  return element(ID.cues, ...points);
}

function cuePoint(at: number, track: number, clusterPlace: number, relative: number): Buffer {
  return element(
    ID.cuePoint,
    uintElement(ID.cueTime, at),
    element(
      ID.cueTrackPositions,
      uintElement(ID.cueTrack, track),
      uintElement(ID.cueClusterPosition, clusterPlace),
      uintElement(ID.cueRelativePosition, relative),
    ),
  );
}
