import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const IMPORT = /import (\w+) from '([^']+\.module\.css)'/gu;

test('every class that a component reads is in its style sheet', async () => {
  const missing: string[] = [];
  for await (const file of glob('client/**/*.tsx')) {
    const text = await readFile(file, 'utf8');
    for (const [, styles = '', from = ''] of text.matchAll(IMPORT)) {
      const path = from.startsWith('#') ? from.slice(1) : join(dirname(file), from);
      const sheet = await readFile(path, 'utf8');
      for (const [, name = ''] of text.matchAll(new RegExp(`\\b${styles}\\['([^']+)'\\]`, 'gu'))) {
        if (!new RegExp(`\\.${name}\\b`, 'u').test(sheet)) missing.push(`${file} reads .${name} of ${path}`);
      }
    }
  }
  expect(missing).toEqual([]);
});
