import { existsSync, globSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { realTime } from '#server/time/time.ts';
import { inThread } from '#server/processes/inThread.ts';
import { buildServer } from './buildServer.ts';
import { neededPackages } from './release/neededPackages.ts';

const ROOT = join(import.meta.dirname, '../..');
const BUILT = join(ROOT, 'dist/server');

let imported: readonly string[] = [];

beforeAll(async () => {
  for (const [file, daysAgo] of [
    ['of-last-week.mjs', 8],
    ['of-yesterday.mjs', 1],
  ] as const) {
    mkdirSync(BUILT, { recursive: true });
    writeFileSync(join(BUILT, file), '');
    const at = realTime.wallNow() / 1_000 - daysAgo * 24 * 3_600;
    utimesSync(join(BUILT, file), at, at);
  }
  imported = await buildServer(ROOT);
});

test('files of an earlier build stay for a week, for a server that still runs from it', () => {
  expect(existsSync(join(BUILT, 'of-yesterday.mjs'))).toBe(true);
  expect(existsSync(join(BUILT, 'of-last-week.mjs'))).toBe(false);
  rmSync(join(BUILT, 'of-yesterday.mjs'));
});

test('every file that the server starts a thread or process from is built', () => {
  const sources = globSync('server/**/*.ts', { cwd: ROOT }).filter(
    (file) => !/\.test\.ts$|^server\/build\//.test(file),
  );
  const started = sources.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/new URL\(\s*'(?:.*\/)?(\w+)\.ts'/gu)].map(([, name]) => name),
  );
  expect(started.length).toBeGreaterThan(4);
  expect(started.filter((name) => !existsSync(join(BUILT, `${name}.mjs`)))).toEqual([]);
});

test('what starts the server brings nothing but what keeps it compiled', () => {
  expect(readFileSync(join(BUILT, 'run.mjs'), 'utf8').match(/from "\.\/(\w+)/gu)).toEqual(['from "./keepCompiled']);
});

test('a built thread answers', async () => {
  const description = await inThread(pathToFileURL(join(BUILT, 'apiDescriptionWorker.mjs')), undefined);
  expect(description).toHaveProperty('openapi');
});

test('the built program finds what lies beside its sources', () => {
  const built = globSync('*.mjs', { cwd: BUILT }).map((file) => readFileSync(join(BUILT, file), 'utf8'));
  expect(built.join('')).toContain('import.meta.dirname + "/../../server/practice"');
});

test('a release has every package that is not built in', () => {
  const packages = new Set(
    imported
      .filter((name) => /^[@a-z]/u.test(name) && !isBuiltin(name) && !name.endsWith('.mjs'))
      .map((name) => /^(?:@[^/]+\/)?[^/]+/u.exec(name)?.[0] ?? name),
  );
  // Only in development.
  expect(packages.delete('vite')).toBe(true);
  expect(packages.size).toBeGreaterThan(3);
  expect([...packages].filter((name) => !(name in neededPackages(process)))).toEqual([]);
});
