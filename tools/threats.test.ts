import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every path in docs/THREATS.md exists', () => {
  const page = readFileSync('docs/THREATS.md', 'utf8');
  const paths = [...page.matchAll(/`((?:client|server|shared|tools|e2e|docs)\/[^`]+)`/gu)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});
