import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ConfigError } from '#server/config/config.ts';
import { isOpenToOthers } from './isOpenToOthers.ts';
import { makeFileOnce, renameForGood, replaceFile } from './keptFile.ts';
import { KEY_BYTES } from './seal.ts';

/** The keys in the clinic's key file: the current one and, until no family's key needs them, former ones. */
export type KeysInFile = readonly [current: Buffer, ...former: Buffer[]];

/** The file's name until it also opened what is not recorded. */
const FORMER_NAME = 'recording.key';

/**
 * Makes a key file for its owner only, if there is none. With `mayMake` false, something is encrypted under a key that
 * is missing, so another key would not help: then it throws `ConfigError`.
 */
export function makeKeyFile(file: string, mayMake: boolean): void {
  takeFormerName(file);
  if (existsSync(file)) return;
  if (!mayMake) throw isMissing(file);
  makeFileOnce(file, textOf([randomBytes(KEY_BYTES)]));
}

function takeFormerName(file: string) {
  const former = join(dirname(file), FORMER_NAME);
  if (basename(file) === 'clinic.key' && !existsSync(file) && existsSync(former)) renameForGood(former, file);
}

/** Throws `ConfigError` if the file is missing or not valid, or others can read it. */
export function readKeyFile(file: string): KeysInFile {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) throw isMissing(file);
  if (isOpenToOthers(stats)) {
    throw new ConfigError(`Others can read ${file}, which opens everything about the families. Run: chmod 600 ${file}`);
  }
  const [current, ...former] = readFileSync(file, 'utf8')
    .trim()
    .split(/\s+/)
    .map((line) => keyIn(line, file));
  if (current === undefined) throw notAKey(file);
  return [current, ...former];
}

/** Replaces the file. A process that is killed meanwhile leaves the old one or the new one, complete. */
export const writeKeyFile = (file: string, keys: KeysInFile): void => replaceFile(file, textOf(keys));

function keyIn(line: string, file: string): Buffer {
  const key = Buffer.from(line, 'base64');
  if (key.length !== KEY_BYTES || key.toString('base64') !== line) throw notAKey(file);
  return key;
}

const isMissing = (file: string) =>
  new ConfigError(
    `The clinic’s key is missing: there is no ${file}. Restore it from your backup, or name its place in CLINIC_KEY_FILE: without it, nothing about the families can be read.`,
  );

const notAKey = (file: string) =>
  new ConfigError(
    `${file} does not contain a key. Restore it from your backup: without it, nothing about the families can be read.`,
  );

const textOf = (keys: readonly Buffer[]) => `${keys.map((key) => key.toString('base64')).join('\n')}\n`;
