import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { installedPackages } from './installedPackages.ts';
import { licensesPage } from './licensesPage.ts';
import { otherComponents } from './otherComponents.ts';

const PACKAGES = installedPackages(JSON.parse(readFileSync('package-lock.json', 'utf8')));

test('what is no package of npm is listed, with where it comes from', async () => {
  const { components, complaints } = await otherComponents('.', PACKAGES);
  expect(complaints).toEqual([]);
  const version = PACKAGES.find(({ name }) => name === 'mediasoup')?.version;
  expect(components).toContainEqual(expect.objectContaining({ name: 'mediasoup-worker', version }));
  expect(components).toContainEqual(expect.objectContaining({ name: 'libsrtp', license: 'BSD-3-Clause' }));
  for (const name of ['Node', 'SQLite', 'ffmpeg', 'libsrtp2-dev']) {
    expect(licensesPage(PACKAGES, components)).toMatch(new RegExp(`^\\| ${name} \\|.* \\|$`, 'mu'));
  }
});

test('a component that nobody described is a complaint', async () => {
  const root = aRoot({
    'node_modules/mediasoup/worker/subprojects/new.wrap': '[wrap-file]\ndirectory = newlib-v2.0\n',
    'node_modules/better-sqlite3/deps/sqlite3/sqlite3.h': '#define SQLITE_VERSION        "3.1.2"\n',
    'tools/mediasoup-worker/overlay/libuv-v1.0/meson.build': '',
    'tools/setup': "has ffmpeg || want ffmpeg 'recordings'\nhas new || want new-tool 'something new'\n",
    'tools/set-up/worker.sh': 'worker_packages=(\n  g++ libnew-dev\n)\n',
  });
  const { components, complaints } = await otherComponents(root, PACKAGES);
  for (const name of ['newlib', 'new-tool', 'libnew-dev']) {
    expect(complaints).toContainEqual(expect.stringMatching(new RegExp(`^${name} is in no list`, 'u')));
  }
  expect(complaints).toContainEqual(expect.stringContaining('overlay/libuv-v1.0 replaces nothing'));
  expect(complaints).toContain('poppler-utils is listed and not used anymore.');
  expect(components).toContainEqual(expect.objectContaining({ name: 'SQLite', version: '3.1.2' }));
});

/** A folder with these files. */
function aRoot(files: Readonly<Record<string, string>>): string {
  const root = aFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
