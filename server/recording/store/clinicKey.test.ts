import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '#server/config/config.ts';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { readClinicKey } from './clinicKey.ts';

test('the first start creates a key that only its owner can read, and later starts find it', () => {
  const folder = aFolder();
  const key = readClinicKey(folder);
  expect(key).toHaveLength(32);
  expect(statSync(join(folder, 'recording.key')).mode & 0o777).toBe(0o600);
  expect(readClinicKey(folder).equals(key)).toBe(true);
  expect(readdirSync(folder)).toEqual(['recording.key']);
  expect(readClinicKey(aFolder()).equals(key)).toBe(false);
});

test.skipIf(process.platform === 'win32')('a key that others can read is refused, with what to do', () => {
  const folder = aFolder();
  readClinicKey(folder);
  chmodSync(join(folder, 'recording.key'), 0o640);
  expect(() => readClinicKey(folder)).toThrow(ConfigError);
  expect(() => readClinicKey(folder)).toThrow(/chmod 600/);
});

test.for(['', 'not a key', Buffer.alloc(16).toString('base64')])(
  'a file that contains “%s” is refused and not changed',
  (text) => {
    const folder = aFolder();
    writeFileSync(join(folder, 'recording.key'), text, { mode: 0o600 });
    expect(() => readClinicKey(folder)).toThrow(ConfigError);
    expect(readFileSync(join(folder, 'recording.key'), 'utf8')).toBe(text);
  },
);

test('a key may come from the environment, and must be valid', () => {
  const key = Buffer.alloc(32, 7);
  expect(readConfig({ RECORDING_KEY: key.toString('base64') }).recordingKey?.equals(key)).toBe(true);
  expect(readConfig({}).recordingKey).toBeUndefined();
  expect(() => readConfig({ RECORDING_KEY: Buffer.alloc(31).toString('base64') })).toThrow(/RECORDING_KEY must be 32/);
});
