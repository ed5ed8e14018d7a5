/**
 * One piece of a take's file, as known without decrypting its content. A take is the plan, the head of its WebM file,
 * clusters (a piece that begins each and pieces that continue it), and the end record.
 */
export type Piece = {
  readonly kind: PieceKind;
  /** Its place in the file, from 0. */
  readonly index: number;
  /** Of its content, in bytes. */
  readonly length: number;
  /** The time of its cluster, and of its first and newest block, in media ms. */
  readonly clusterAt: number;
  readonly from: number;
  readonly to: number;
  /** Whether its first block is a key frame. */
  readonly startsPicture: boolean;
  /** Media time and session time of arrival, as the pair with the least delay while the piece was filled. */
  readonly seen: { readonly mediaMs: number; readonly sessionMs: number } | null;
};

const KINDS = ['plan', 'head', 'cluster', 'more', 'end'] as const;
export type PieceKind = (typeof KINDS)[number];

/** What a piece takes in the file beside its content: its sealed description, and the seal of the content. */
export const TAG_BYTES = 16;
export const DESCRIPTION_BYTES = 36;
export const SEALED_DESCRIPTION_BYTES = DESCRIPTION_BYTES + TAG_BYTES;
export const sealedBytes = ({ length }: Pick<Piece, 'length'>): number => SEALED_DESCRIPTION_BYTES + length + TAG_BYTES;

/** No piece is longer than one block and what was collected before it. */
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

/** Throws if these bytes do not describe a piece. */
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
