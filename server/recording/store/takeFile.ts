import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { SALT_BYTES } from './pieceCipher.ts';

/** Every take's file begins with these bytes and a salt, followed by its pieces. */
const MAGIC = Buffer.from('earshot-part-1\n\0');
export const PREAMBLE_BYTES = MAGIC.length + SALT_BYTES;

/** Creates a take's file, which must not exist yet, and returns its salt. */
export async function makeTakeFile(path: string): Promise<{ readonly file: FileHandle; readonly salt: Buffer }> {
  const { O_CREAT, O_EXCL, O_WRONLY, O_APPEND } = constants;
  const file = await open(path, O_CREAT | O_EXCL | O_WRONLY | O_APPEND, 0o600);
  const salt = randomBytes(SALT_BYTES);
  try {
    await file.appendFile(Buffer.concat([MAGIC, salt]));
  } catch (error) {
    // A file handle that stays open would cause a fault of the whole server later.
    await file.close();
    throw error;
  }
  return { file, salt };
}

/** The salt of an open file. Undefined if the file is not a take's. */
export async function readSalt(file: FileHandle): Promise<Buffer | undefined> {
  const preamble = await readAt(file, 0, PREAMBLE_BYTES);
  const isPart = preamble.length === PREAMBLE_BYTES && preamble.subarray(0, MAGIC.length).equals(MAGIC);
  return isPart ? preamble.subarray(MAGIC.length) : undefined;
}

/** The bytes from this position on, fewer if the file ends. */
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
