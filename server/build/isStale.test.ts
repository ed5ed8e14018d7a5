import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { resolveConfig } from 'vite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { isStale } from './isStale.ts';

/** A package whose files were last changed at these times, in seconds. */
function aPackage(files: Readonly<Record<string, number>>): string {
  const root = aFolder();
  for (const file of Object.keys(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
  }
  const folders = ['client/features', 'client', 'server', 'shared'].map((folder) => join(root, folder));
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  for (const folder of folders) utimesSync(folder, 1, 1);
  for (const [file, at] of Object.entries(files)) utimesSync(join(root, file), at, at);
  return root;
}

test.for([
  ['nothing was built yet', { 'client/main.tsx': 10 }, true],
  ['a screen is newer', { 'dist/client/index.html': 20, 'client/features/pad.tsx': 30 }, true],
  ['a rule is newer', { 'dist/client/index.html': 20, 'shared/rule.ts': 30 }, true],
  ['a dependency is newer', { 'dist/client/index.html': 20, 'package-lock.json': 30 }, true],
  ['only the server is newer', { 'dist/client/index.html': 20, 'client/main.tsx': 10, 'server/main.ts': 30 }, false],
] as const)('where %s the pages are stale: %s', ([, files, stale]) => {
  expect(isStale('pages', aPackage(files))).toBe(stale);
});

test.for([
  ['nothing was built yet', { 'server/main.ts': 10 }, true],
  ['a rule is newer', { 'dist/server/run.mjs': 20, 'shared/rule.ts': 30 }, true],
  ['the server’s source is newer', { 'dist/server/run.mjs': 20, 'server/main.ts': 30 }, true],
  ['only a screen is newer', { 'dist/server/run.mjs': 20, 'server/main.ts': 10, 'client/main.tsx': 30 }, false],
] as const)('where %s the server is stale: %s', ([, files, stale]) => {
  expect(isStale('server', aPackage(files))).toBe(stale);
});

test.for(['test', 'development', ''])('pages are built for production if NODE_ENV is “%s”', async (env) => {
  vi.stubEnv('NODE_ENV', env);
  onTestFinished(() => void vi.unstubAllEnvs());
  const root = join(import.meta.dirname, '../..');
  const config = await resolveConfig({ configFile: join(root, 'vite.config.ts'), root: join(root, 'client') }, 'build');
  expect(config.isProduction).toBe(true);
});
