import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { ConfigError } from './config.ts';
import { readSecretText } from './readSecretText.ts';

test('a secret is in the environment or in a file, whose last line break is none of it', () => {
  const file = join(aFolder(), 'secret');
  writeFileSync(file, 'of the file\n');
  expect(readSecretText('A_SECRET_FILE', { from: 'file', file })).toBe('of the file');
  expect(readSecretText('A_SECRET_FILE', { from: 'environment', text: 'of the environment' })).toBe(
    'of the environment',
  );
});

test('a file that is not there or empty is refused with the name of its setting', () => {
  const file = join(aFolder(), 'secret');
  const read = () => readSecretText('A_SECRET_FILE', { from: 'file', file });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/A_SECRET_FILE names cannot be read/);
  writeFileSync(file, ' \n');
  expect(read).toThrow(/A_SECRET_FILE names is empty/);
});
