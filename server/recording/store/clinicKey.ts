import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '#server/config.ts';

const FILE = 'recording.key';
export const KEY_BYTES = 32;
const OTHERS_MAY_READ = 0o077;

/**
 * The clinic's key, under which the key of each recording is wrapped: from a file in the data folder, made at the first
 * start. Without it no recording can be read. Throws `ConfigError` where the file holds no key, or others can read it.
 */
export function readClinicKey(folder: string): Buffer {
  const file = join(folder, FILE);
  makeOnce(folder, file);
  if (process.platform !== 'win32' && (statSync(file).mode & OTHERS_MAY_READ) !== 0) {
    throw new ConfigError(`Others can read ${file}, which opens every recording. Run: chmod 600 ${file}`);
  }
  const text = readFileSync(file, 'utf8').trim();
  const key = Buffer.from(text, 'base64');
  if (key.length !== KEY_BYTES || key.toString('base64') !== text) {
    throw new ConfigError(
      `${file} does not hold a key. Put it back from your backup; without it, recordings made so far cannot be read.`,
    );
  }
  return key;
}

/** Written whole and onto the disk before it has its name: a start that is cut short leaves no half of a key. */
function makeOnce(folder: string, file: string): void {
  if (statSync(file, { throwIfNoEntry: false })) return;
  const draft = join(folder, `${FILE}.${randomUUID()}`);
  const opened = openSync(draft, 'wx', 0o600);
  try {
    writeSync(opened, randomBytes(KEY_BYTES).toString('base64'));
    fsyncSync(opened);
    linkSync(draft, file);
  } catch (error) {
    // Of two servers that start at once, both end up with the same key.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    closeSync(opened);
    unlinkSync(draft);
  }
}
