import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { RECORDED_TRACKS, RECORDERS } from '#shared/domain/recording/recordedTracks.ts';
import type { TakePlan } from '../recordingStore.ts';
import { PREAMBLE_BYTES, readAt } from './takeFile.ts';
import {
  DESCRIPTION_BYTES,
  MAX_PIECE_BYTES,
  type Piece,
  readPiece,
  SEALED_DESCRIPTION_BYTES,
  sealedBytes,
  TAG_BYTES,
} from './piece.ts';
import type { PieceCipher } from './pieceCipher.ts';
import { readWebmHead, type WebmHead } from './webm/webmHead.ts';

/** A piece of a cluster, and where it begins in the file. */
export type PlacedPiece = Piece & { readonly place: number };

/** The content of a take without its pictures and sounds. */
export type TakeIndex = Omit<TakePlan, 'partId'> & {
  readonly head: WebmHead;
  /** Of the clusters, in order; at least one. */
  readonly pieces: readonly PlacedPiece[];
  readonly complete: boolean;
};

const Plan = z.object({ recorder: z.enum(RECORDERS), tracks: z.array(z.enum(RECORDED_TRACKS)), zeroAt: z.number() });

/** Read from its end record if it has one, otherwise piece by piece. Undefined if the take has no content. */
export async function readTakeIndex(
  file: FileHandle,
  cipher: PieceCipher,
  size: number,
): Promise<TakeIndex | undefined> {
  const listed = await readEnd(file, cipher, size);
  const [plan, head, ...pieces] = placed(listed ?? (await scan(file, cipher, size)));
  if (plan?.kind !== 'plan' || head?.kind !== 'head' || pieces[0]?.kind !== 'cluster') return undefined;
  const content = (piece: PlacedPiece) => readContent(file, cipher, piece);
  return {
    ...Plan.parse(JSON.parse((await content(plan)).toString())),
    head: readWebmHead(await content(head)),
    pieces,
    complete: listed !== undefined,
  };
}

/** Decrypts the content of a piece. Throws if it was changed. */
export async function readContent(file: FileHandle, cipher: PieceCipher, piece: PlacedPiece): Promise<Buffer> {
  const sealed = await readAt(file, piece.place + SEALED_DESCRIPTION_BYTES, piece.length + TAG_BYTES);
  if (sealed.length < piece.length + TAG_BYTES) throw new Error('A piece of the recording is cut off.');
  return cipher.openContent(piece, sealed);
}

function placed(pieces: readonly Piece[]): readonly PlacedPiece[] {
  let next = PREAMBLE_BYTES;
  return pieces.map((piece) => {
    const place = next;
    next += sealedBytes(piece);
    return { ...piece, place };
  });
}

/** As the end record lists them. Undefined if there is no end record, or if it does not match these pieces. */
async function readEnd(file: FileHandle, cipher: PieceCipher, size: number): Promise<readonly Piece[] | undefined> {
  const trailer = await readAt(file, Math.max(0, size - 4), 4);
  const length = trailer.length === 4 ? trailer.readUInt32BE() : 0;
  const start = size - 4 - length;
  if (length < SEALED_DESCRIPTION_BYTES + TAG_BYTES || start < PREAMBLE_BYTES) return undefined;
  const sealed = await readAt(file, start, length);
  try {
    const end = cipher.openEnd(sealed.subarray(0, SEALED_DESCRIPTION_BYTES));
    const descriptions = cipher.openContent(end, sealed.subarray(SEALED_DESCRIPTION_BYTES));
    const pieces = Array.from({ length: end.index }, (_, index) =>
      readPiece(descriptions.subarray(index * DESCRIPTION_BYTES, (index + 1) * DESCRIPTION_BYTES)),
    );
    const from = PREAMBLE_BYTES + pieces.reduce((sum, piece) => sum + sealedBytes(piece), 0);
    return from === start ? pieces : undefined;
  } catch {
    return undefined; // no valid end record: intact pieces are found one by one
  }
}

/** Reads before others get their turn: each takes some microseconds, and a switch to a thread takes more. */
const READS_AT_ONCE = 64;

/** Every intact piece from the start, up to the first that is not intact. */
async function scan(file: FileHandle, cipher: PieceCipher, size: number): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  let place = PREAMBLE_BYTES;
  while (place + SEALED_DESCRIPTION_BYTES <= size) {
    if (pieces.length % READS_AT_ONCE === 0) await setImmediate();
    const sealed = Buffer.alloc(SEALED_DESCRIPTION_BYTES);
    readSync(file.fd, sealed, 0, sealed.length, place);
    const piece = tryOpen(cipher, pieces.length, sealed);
    if (piece === undefined || piece.length > MAX_PIECE_BYTES) break;
    place += sealedBytes(piece);
    if (place > size) break;
    pieces.push(piece);
  }
  return pieces;
}

function tryOpen(cipher: PieceCipher, index: number, sealed: Buffer): Piece | undefined {
  try {
    return cipher.openDescription(index, sealed);
  } catch {
    return undefined; // torn or changed
  }
}
