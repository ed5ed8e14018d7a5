import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { TakeId, SessionId } from '#shared/protocol/ids.ts';
import { describePiece, readPiece, TAG_BYTES, type Piece } from './piece.ts';

export const SALT_BYTES = 32;

/** Seals and opens the pieces of one take. Throws for a piece that was changed or is of another take or place. */
export type PieceCipher = {
  /** The piece as it is in the file. Each index may be sealed only once. */
  readonly seal: (piece: Piece, content: Buffer) => Buffer;
  readonly openDescription: (index: number, sealed: Buffer) => Piece;
  /** The description of the end record, whose index is not known in advance. */
  readonly openEnd: (sealed: Buffer) => Piece;
  readonly openContent: (piece: Piece, sealed: Buffer) => Buffer;
};

/** What a nonce is for: every key seals one description and one content at each index, and one end record. */
const USES = { description: 0, content: 1, 'end description': 2, 'end content': 3 } as const;
type Use = keyof typeof USES;

/**
 * A key for this take only, derived from the recording's key, the file's random salt, the session and the take. Nonces
 * count up, and no two pieces share one: a file begins with a new salt, and a writer that failed writes no more. The
 * content is bound to its description, and the description to its place.
 */
export function createPieceCipher(
  recordingKey: Buffer,
  salt: Buffer,
  sessionId: SessionId,
  partId: TakeId,
): PieceCipher {
  const key = Buffer.from(hkdfSync('sha256', recordingKey, salt, `earshot piece 1 ${sessionId} ${partId}`, 32));

  function seal(use: Use, index: number, bound: Buffer, plain: Buffer): Buffer[] {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(use, index)).setAAD(bound);
    return [cipher.update(plain), cipher.final(), cipher.getAuthTag()];
  }
  function open(use: Use, index: number, bound: Buffer, sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(use, index), { authTagLength: TAG_BYTES });
    decipher.setAAD(bound).setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  }

  return {
    seal(piece, content) {
      const description = describePiece(piece);
      const [first, second] = usesOf(piece);
      const index = placeOf(piece);
      return Buffer.concat([...seal(first, index, NOTHING, description), ...seal(second, index, description, content)]);
    },
    openDescription(index, sealed) {
      const piece = readPiece(open('description', index, NOTHING, sealed));
      if (piece.index !== index) throw new Error('This piece is not in its place.');
      return piece;
    },
    openEnd: (sealed) => readPiece(open('end description', 0, NOTHING, sealed)),
    openContent(piece, sealed) {
      return open(usesOf(piece)[1], placeOf(piece), describePiece(piece), sealed);
    },
  };
}

const NOTHING = Buffer.alloc(0);
const placeOf = ({ kind, index }: Piece) => (kind === 'end' ? 0 : index);
const usesOf = ({ kind }: Piece): readonly [Use, Use] =>
  kind === 'end' ? ['end description', 'end content'] : ['description', 'content'];

function nonceOf(use: Use, index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(USES[use], 0);
  nonce.writeUInt32BE(index, 8);
  return nonce;
}
