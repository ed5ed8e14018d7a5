/**
 * One piece of a part's file, as it is known without opening what is in it. A part is: the plan, the head of its WebM
 * file, then clusters, each a piece that begins it and pieces that go on with it, and at last the end.
 */
export type Piece = {
  readonly kind: PieceKind;
  /** Its place in the file, from 0. */
  readonly index: number;
  /** Of what is in it, in bytes. */
  readonly length: number;
  /** The time of its cluster, and of its first and its newest block, in media ms. */
  readonly clusterAt: number;
  readonly from: number;
  readonly to: number;
  /** Whether its first block is a picture that needs no other before it. */
  readonly startsPicture: boolean;
  /** When which moment of the media came: the least late of what was seen while it was filled. Null where none was. */
  readonly seen: { readonly mediaMs: number; readonly sessionMs: number } | null;
};

const KINDS = ['plan', 'head', 'cluster', 'more', 'end'] as const;
export type PieceKind = (typeof KINDS)[number];

/** What a piece takes in the file beside its content: its sealed description, and the seal of the content. */
export const TAG_BYTES = 16;
export const DESCRIPTION_BYTES = 36;
export const SEALED_DESCRIPTION_BYTES = DESCRIPTION_BYTES + TAG_BYTES;
export const sealedBytes = ({ length }: Pick<Piece, 'length'>): number => SEALED_DESCRIPTION_BYTES + length + TAG_BYTES;

/** No piece is longer than a block, and what was gathered before it. */
export const MAX_PIECE_BYTES = 8 * 1_024 * 1_024;

export function describePiece(piece: Piece): Buffer {
  const bytes = Buffer.alloc(DESCRIPTION_BYTES);
  bytes.writeUInt8(KINDS.indexOf(piece.kind), 0);
  bytes.writeUInt8(Number(piece.startsPicture), 1);
  bytes.writeUInt32BE(piece.index, 4);
  bytes.writeUInt32BE(piece.length, 8);
  bytes.writeUInt32BE(piece.clusterAt, 12);
  bytes.writeUInt32BE(piece.from, 16);
  bytes.writeUInt32BE(piece.to, 20);
  bytes.writeUInt32BE(piece.seen?.mediaMs ?? 0, 24);
  bytes.writeDoubleBE(piece.seen?.sessionMs ?? NaN, 28);
  return bytes;
}

/** Throws where these bytes describe no piece. */
export function readPiece(bytes: Buffer): Piece {
  const kind = KINDS[bytes.readUInt8(0)];
  if (kind === undefined) throw new Error('There is no such kind of piece.');
  const sessionMs = bytes.readDoubleBE(28);
  return {
    kind,
    startsPicture: bytes.readUInt8(1) === 1,
    index: bytes.readUInt32BE(4),
    length: bytes.readUInt32BE(8),
    clusterAt: bytes.readUInt32BE(12),
    from: bytes.readUInt32BE(16),
    to: bytes.readUInt32BE(20),
    seen: Number.isNaN(sessionMs) ? null : { mediaMs: bytes.readUInt32BE(24), sessionMs },
  };
}
