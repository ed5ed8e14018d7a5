import { childrenOf, element, ID, NotWebm, uintOf } from './ebml.ts';

/** What we keep of the bytes before the first cluster: the EBML header and the tracks, as they were written. */
export type WebmHead = {
  readonly ebml: Buffer;
  readonly tracks: Buffer;
  readonly videoTrack: number | undefined;
  /** The number of any track, for the index of a file without a picture. */
  readonly anyTrack: number;
};

const VIDEO = 1;
const SCALE_NS = 1_000_000;

/** Reads the bodies of the EBML header and of the tracks. Throws `NotWebm`. */
export function makeWebmHead(ebmlBody: Buffer, tracksBody: Buffer): WebmHead {
  const docType = [...childrenOf(ebmlBody)].find(({ id }) => id === ID.docType)?.body.toString('latin1');
  if (docType !== 'webm') throw new NotWebm(`The document’s type is ${docType ?? 'missing'}.`);
  const tracks = [...childrenOf(tracksBody)].filter(({ id }) => id === ID.trackEntry).map(({ body }) => trackOf(body));
  const [first] = tracks;
  if (first === undefined) throw new NotWebm('There are no tracks.');
  return {
    ebml: element(ID.ebml, ebmlBody),
    tracks: element(ID.tracks, tracksBody),
    videoTrack: tracks.find(({ type }) => type === VIDEO)?.number,
    anyTrack: first.number,
  };
}

function trackOf(entry: Buffer) {
  const children = [...childrenOf(entry)];
  const numberOf = (wanted: number) => {
    const found = children.find(({ id }) => id === wanted);
    if (found === undefined) throw new NotWebm('A track lacks its number or its type.');
    return uintOf(found.body);
  };
  return { number: numberOf(ID.trackNumber), type: numberOf(ID.trackType) };
}

/** We expect times in milliseconds, as ffmpeg writes them. In another scale they would be misread. */
export function checkScale(infoBody: Buffer): void {
  const scale = [...childrenOf(infoBody)].find(({ id }) => id === ID.timestampScale);
  if (scale && uintOf(scale.body) !== SCALE_NS) throw new NotWebm('Its times are not in milliseconds.');
}

export function writeWebmHead({ ebml, tracks }: WebmHead): Buffer {
  return Buffer.concat([ebml, tracks]);
}

export function readWebmHead(bytes: Buffer): WebmHead {
  const [ebml, tracks] = [...childrenOf(bytes)];
  if (ebml?.id !== ID.ebml || tracks?.id !== ID.tracks) throw new NotWebm('The head differs from what was written.');
  return makeWebmHead(ebml.body, tracks.body);
}
