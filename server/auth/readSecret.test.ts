import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError } from '#server/config/config.ts';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { readSecret } from './readSecret.ts';

test('the secret is created once, and only its owner can read it', () => {
  const folder = aFolder();
  const secret = readSecret(folder);
  expect(secret.length).toBeGreaterThanOrEqual(64);
  expect(readSecret(folder)).toBe(secret);
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
});

test('each clinic has its own secret', () => {
  expect(readSecret(aFolder())).not.toBe(readSecret(aFolder()));
});

test.for(['', 'half-of-a-secret'])('a file that contains “%s” is refused and not changed', (text) => {
  const folder = aFolder();
  writeFileSync(join(folder, 'secret'), text, { mode: 0o600 });
  expect(() => readSecret(folder)).toThrow(ConfigError);
  expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(text);
});

test('a secret that was given comes before that of the folder, which then is not made', () => {
  const folder = aFolder();
  const file = join(aFolder(), 'mounted');
  writeFileSync(file, `${'s'.repeat(32)}\n`);
  expect(readSecret(folder, { from: 'file', file })).toBe('s'.repeat(32));
  expect(readSecret(folder, { from: 'environment', text: 'e'.repeat(32) })).toBe('e'.repeat(32));
  expect(existsSync(join(folder, 'secret'))).toBe(false);
  writeFileSync(file, 'short');
  expect(() => readSecret(folder, { from: 'file', file })).toThrow(/EARSHOT_SECRET_FILE names must have 32/);
});
