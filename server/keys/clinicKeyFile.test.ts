import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '#server/config/config.ts';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { makeKeyFile, readKeyFile, writeKeyFile } from './clinicKeyFile.ts';

const KEY = Buffer.alloc(32, 7);
const FORMER = Buffer.alloc(32, 8);

function aKeyFile() {
  const file = join(aFolder(), 'clinic.key');
  makeKeyFile(file, true);
  return file;
}

test('the first start creates a key that only its owner can read, and later starts find it', () => {
  const file = aKeyFile();
  const keys = readKeyFile(file);
  expect(keys.map(({ length }) => length)).toEqual([32]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  makeKeyFile(file, true);
  expect(readKeyFile(file)).toEqual(keys);
  expect(readdirSync(join(file, '..'))).toEqual(['clinic.key']);
  expect(readKeyFile(aKeyFile())).not.toEqual(keys);
});

test('the key of an earlier version stays the clinic’s key under its new name', () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'recording.key'), KEY.toString('base64'), { mode: 0o600 });
  makeKeyFile(join(folder, 'clinic.key'), false);
  expect(readKeyFile(join(folder, 'clinic.key'))).toEqual([KEY]);
  expect(readdirSync(folder)).toEqual(['clinic.key']);
});

test('no new key is made where something is encrypted under a key that is missing', () => {
  const file = join(aFolder(), 'clinic.key');
  expect(() => makeKeyFile(file, false)).toThrow(/Restore it from your backup/);
  expect(existsSync(file)).toBe(false);
});

test('a file that is written keeps its owner alone, with the current key first', () => {
  const file = aKeyFile();
  writeKeyFile(file, [KEY, FORMER]);
  expect(readKeyFile(file)).toEqual([KEY, FORMER]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(file, '..'))).toEqual(['clinic.key']);
});

test.skipIf(process.platform === 'win32')('a key that others can read is refused, with what to do', () => {
  const file = aKeyFile();
  chmodSync(file, 0o640);
  expect(() => readKeyFile(file)).toThrow(ConfigError);
  expect(() => readKeyFile(file)).toThrow(/chmod 600/);
});

test.skipIf(process.getuid?.() !== 0)('a key of another user may be open to our group, and keeps its owner', () => {
  const file = aKeyFile();
  chownSync(file, 1234, 1234);
  chmodSync(file, 0o640);
  writeKeyFile(file, readKeyFile(file));
  expect(statSync(file)).toMatchObject({ uid: 1234, gid: 1234 });
});

test('a draft that cannot become the key file is removed', () => {
  const file = aKeyFile();
  rmSync(file);
  mkdirSync(file);
  expect(() => writeKeyFile(file, [KEY])).toThrow();
  expect(readdirSync(join(file, '..'))).toEqual(['clinic.key']);
});

test('a key file that is not there is missing, with what to do', () => {
  expect(() => readKeyFile(join(aFolder(), 'ours'))).toThrow(ConfigError);
});

test.for(['', 'not a key', Buffer.alloc(16).toString('base64'), `${KEY.toString('base64')}\nnot a key`])(
  'a file that contains “%s” is refused and not changed',
  (text) => {
    const file = join(aFolder(), 'clinic.key');
    writeFileSync(file, text, { mode: 0o600 });
    expect(() => readKeyFile(file)).toThrow(ConfigError);
    expect(readFileSync(file, 'utf8')).toBe(text);
  },
);

test('keys may come from the environment, under the former name too, and must be valid', () => {
  const [key, former] = [KEY.toString('base64'), FORMER.toString('base64')];
  expect(readConfig({ CLINIC_KEY: key }).clinicKey).toEqual({ from: 'environment', keys: [KEY] });
  expect(readConfig({ RECORDING_KEY: key }).clinicKey).toEqual({ from: 'environment', keys: [KEY] });
  expect(readConfig({ CLINIC_KEY: key, CLINIC_KEY_FORMER: former }).clinicKey).toEqual({
    from: 'environment',
    keys: [KEY, FORMER],
  });
  const short = Buffer.alloc(31).toString('base64');
  expect(() => readConfig({ CLINIC_KEY: short })).toThrow(/CLINIC_KEY must be 32/);
  expect(() => readConfig({ CLINIC_KEY: key, CLINIC_KEY_FORMER: short })).toThrow(/must be 32/);
});

test('the key file is in the data folder or where the clinic says', () => {
  expect(readConfig({ EARSHOT_DATA: '/data' }).clinicKey).toEqual({ from: 'file', file: '/data/clinic.key' });
  expect(readConfig({ CLINIC_KEY_FILE: '/keys/ours' }).clinicKey).toEqual({ from: 'file', file: '/keys/ours' });
});

test.for([
  [{ CLINIC_KEY: KEY, RECORDING_KEY: FORMER }, /has another value/],
  [{ CLINIC_KEY: KEY, CLINIC_KEY_FILE: Buffer.from('x') }, /exclude each other/],
  [{ CLINIC_KEY_FORMER: KEY }, /needs CLINIC_KEY/],
] as const)('settings of keys that contradict each other are refused: %#', ([set, why]) => {
  const env = Object.fromEntries(Object.entries(set).map(([name, key]) => [name, key.toString('base64')]));
  expect(() => readConfig(env)).toThrow(why);
});
