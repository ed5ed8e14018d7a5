/** The elements of a WebM file that we read or write, by id. */
export const ID = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  docTypeVersion: 0x4287,
  docTypeReadVersion: 0x4285,
  segment: 0x18538067,
  seekHead: 0x114d9b74,
  seek: 0x4dbb,
  seekId: 0x53ab,
  seekPosition: 0x53ac,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackType: 0x83,
  trackUid: 0x73c5,
  trackName: 0x536e,
  codecId: 0x86,
  codecPrivate: 0x63a2,
  codecDelay: 0x56aa,
  seekPreRoll: 0x56bb,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  audio: 0xe1,
  samplingFrequency: 0xb5,
  channels: 0x9f,
  cues: 0x1c53bb6b,
  cuePoint: 0xbb,
  cueTime: 0xb3,
  cueTrackPositions: 0xb7,
  cueTrack: 0xf7,
  cueClusterPosition: 0xf1,
  cueRelativePosition: 0xf0,
  tags: 0x1254c367,
  chapters: 0x1043a770,
  attachments: 0x1941a469,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  silentTracks: 0x5854,
  position: 0xa7,
  prevSize: 0xab,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  referenceBlock: 0xfb,
  crc32: 0xbf,
  void: 0xec,
} as const;

/** These bytes are not WebM as a recorder writes it. */
export class NotWebm extends Error {
  override readonly name = 'NotWebm';
}

/** The start of an element. `size` is that of its content, undefined if its writer did not know it yet. */
export type ElementHead = { readonly id: number; readonly size: number | undefined; readonly headBytes: number };

/** The element that begins at `at`. Undefined if there are too few bytes to tell. Throws `NotWebm`. */
export function readElementHead(bytes: Buffer, at: number): ElementHead | undefined {
  const idBytes = lengthOf(bytes[at], 4);
  const sizeBytes = idBytes && lengthOf(bytes[at + idBytes], 8);
  if (!idBytes || !sizeBytes || at + idBytes + sizeBytes > bytes.length) return undefined;
  const headBytes = idBytes + sizeBytes;
  return { id: bytes.readUIntBE(at, idBytes), size: readVint(bytes, at + idBytes, sizeBytes), headBytes };
}

/** The length of a number, given its first byte: one more than its leading zeros. */
function lengthOf(first: number | undefined, most: number): number | undefined {
  if (first === undefined) return undefined;
  const length = Math.clz32(first) - 23;
  if (length > most) throw new NotWebm(`No element begins with the byte ${first}.`);
  return length;
}

/** A number without the bit that marks its length. Undefined for the value that means “not known”. */
function readVint(bytes: Buffer, at: number, length: number): number | undefined {
  let value = (bytes[at] ?? 0) & (0xff >> length);
  let isUnknown = value === 0xff >> length;
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index] ?? 0;
    value = value * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  if (isUnknown) return undefined;
  if (!Number.isSafeInteger(value)) throw new NotWebm('An element claims to be larger than any file.');
  return value;
}

/** The track number at the head of a block, and how many bytes it takes. */
export function readTrackNumber(bytes: Buffer, at: number): { readonly track: number; readonly length: number } {
  const length = lengthOf(bytes[at], 8);
  const track = length && at + length <= bytes.length ? readVint(bytes, at, length) : undefined;
  if (!length || track === undefined) throw new NotWebm('A block names no track.');
  return { track, length };
}

/** The elements inside a complete element, one by one. */
export function* childrenOf(bytes: Buffer): Generator<{ readonly id: number; readonly body: Buffer }> {
  let at = 0;
  while (at < bytes.length) {
    const head = readElementHead(bytes, at);
    const end = head?.size === undefined ? Infinity : at + head.headBytes + head.size;
    if (head === undefined || end > bytes.length)
      throw new NotWebm('An element is longer than the one that contains it.');
    yield { id: head.id, body: bytes.subarray(at + head.headBytes, end) };
    at = end;
  }
}

export function uintOf(body: Buffer): number {
  if (body.length === 0) return 0;
  if (body.length > 8) throw new NotWebm('A number has more than eight bytes.');
  const value = body.length > 6 ? Number(BigInt(`0x${body.toString('hex')}`)) : body.readUIntBE(0, body.length);
  if (!Number.isSafeInteger(value)) throw new NotWebm('A number is too large.');
  return value;
}

/** The start of an element, with its size in eight bytes, so that its length does not depend on its content. */
export function elementHead(id: number, size: number): Buffer {
  const idBytes = Math.ceil((32 - Math.clz32(id)) / 8);
  const head = Buffer.alloc(idBytes + 8);
  head.writeUIntBE(id, 0, idBytes);
  head.writeBigUInt64BE(BigInt(size) | (1n << 56n), idBytes);
  return head;
}

export function element(id: number, ...content: readonly Buffer[]): Buffer {
  const size = content.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([elementHead(id, size), ...content]);
}

/** A whole number, always in eight bytes. */
export function uintElement(id: number, value: number): Buffer {
  const body = Buffer.alloc(8);
  body.writeBigUInt64BE(BigInt(value));
  return element(id, body);
}

export function floatElement(id: number, value: number): Buffer {
  const body = Buffer.alloc(8);
  body.writeDoubleBE(value);
  return element(id, body);
}

export const textElement = (id: number, text: string): Buffer => element(id, Buffer.from(text));
