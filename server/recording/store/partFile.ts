import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { SALT_BYTES } from './pieceCipher.ts';

/** Every part's file begins with these bytes and a salt; then come its pieces. */
const MAGIC = Buffer.from('earshot-part-1\n\0');
export const PREAMBLE_BYTES = MAGIC.length + SALT_BYTES;

/** Makes a part's file, which must not be there, and answers with its salt. */
export async function makePartFile(path: string): Promise<{ readonly file: FileHandle; readonly salt: Buffer }> {
  const { O_CREAT, O_EXCL, O_WRONLY, O_APPEND } = constants;
  const file = await open(path, O_CREAT | O_EXCL | O_WRONLY | O_APPEND, 0o600);
  const salt = randomBytes(SALT_BYTES);
  try {
    await file.appendFile(Buffer.concat([MAGIC, salt]));
  } catch (error) {
    // A file that is left open is a fault of its own later on, and of the whole server.
    await file.close();
    throw error;
  }
  return { file, salt };
}

/** The salt of an open file; undefined where it is no part's. */
export async function readSalt(file: FileHandle): Promise<Buffer | undefined> {
  const preamble = await readAt(file, 0, PREAMBLE_BYTES);
  const isPart = preamble.length === PREAMBLE_BYTES && preamble.subarray(0, MAGIC.length).equals(MAGIC);
  return isPart ? preamble.subarray(MAGIC.length) : undefined;
}

/** The bytes from there on, fewer where the file ends. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
