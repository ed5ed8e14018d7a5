import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '#server/config/config.ts';
import { makeFileOnce } from '#server/storage/makeFileOnce.ts';

const FILE = 'recording.key';
export const KEY_BYTES = 32;
const OTHERS_MAY_READ = 0o077;

/** Encrypts the keys of recordings; made at the first start. Throws `ConfigError` if invalid or readable by others. */
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
