import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '#server/config/config.ts';
import { makeFileOnce } from '#server/storage/makeFileOnce.ts';

const FILE = 'recording.key';
export const KEY_BYTES = 32;
const OTHERS_MAY_READ = 0o077;

/**
 * The clinic's key, which encrypts the key of each recording. It is in a file in the data folder that the first start
 * creates. Without it no recording can be read. Throws `ConfigError` if the file does not contain a key or others can
 * read it.
 */
export function readClinicKey(folder: string): Buffer {
  const file = join(folder, FILE);
  makeFileOnce(file, randomBytes(KEY_BYTES).toString('base64'));
  if (process.platform !== 'win32' && (statSync(file).mode & OTHERS_MAY_READ) !== 0) {
    throw new ConfigError(`Others can read ${file}, which opens every recording. Run: chmod 600 ${file}`);
  }
  const text = readFileSync(file, 'utf8').trim();
  const key = Buffer.from(text, 'base64');
  if (key.length !== KEY_BYTES || key.toString('base64') !== text) {
    throw new ConfigError(
      `${file} does not contain a key. Restore it from your backup: without it, the recordings made so far cannot be read.`,
    );
  }
  return key;
}
