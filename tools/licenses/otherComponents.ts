import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstalledPackage } from './installedPackages.ts';

/** Something that is installed and is no package of npm. */
export type Component = {
  readonly name: string;
  /** Undefined if the machine decides. */
  readonly version: string | undefined;
  readonly from: string;
} & Known;

/** What nothing in this folder says of it. */
type Known = { readonly license: string; readonly is: string };

const DEBIAN = 'Debian, as `tools/setup` installs it';
const WORKER_SOURCES = 'the worker of the package `mediasoup`';

/** By the name that `tools/setup`, the worker's sources or we give it. Licenses were read in the components themselves. */
const KNOWN: Readonly<Record<string, Known>> = {
  Node: { license: 'MIT', is: 'runs the server; with V8, OpenSSL and libuv' },
  SQLite: { license: 'public domain', is: 'the database' },
  'mediasoup-worker': { license: 'ISC', is: 'the media server' },
  libwebrtc: { license: 'BSD-3-Clause', is: 'a part of it: how much a connection can take' },
  'abseil-cpp': { license: 'Apache-2.0', is: 'what libwebrtc needs' },
  flatbuffers: { license: 'Apache-2.0', is: 'messages between server and worker' },
  libsrtp: { license: 'BSD-3-Clause', is: 'encrypts media' },
  libuv: { license: 'MIT', is: 'the network' },
  openssl: { license: 'Apache-2.0', is: 'DTLS' },
  unordered_dense: { license: 'MIT', is: 'maps' },
  Catch2: { license: 'BSL-1.0', is: 'only for the worker’s own tests, not built' },
  wingetopt: { license: 'ISC', is: 'only for Windows, not built' },
  'Silero VAD': { license: 'MIT', is: 'finds speech in recordings' },
  'espeak-ng in sherpa-onnx': { license: 'GPL-3.0-or-later', is: 'reads texts aloud; we never call it' },
  ffmpeg: { license: 'LGPL-2.1-or-later, parts GPL-2.0-or-later', is: 'records, and makes files of recordings' },
  'chromium-headless-shell': { license: 'BSD-3-Clause', is: 'the browser of the tests' },
  postgresql: { license: 'PostgreSQL', is: 'the database of the tests; a clinic can use its own' },
  'poppler-utils': { license: 'GPL-2.0-only or GPL-3.0-only', is: 'reads PDFs in tests' },
  'espeak-ng': { license: 'GPL-3.0-or-later', is: 'the voices of the family in tests' },
  'fonts-dejavu-core': { license: 'Bitstream Vera', is: 'letters in pictures of tests' },
  meson: { license: 'Apache-2.0', is: 'builds the worker' },
  'ninja-build': { license: 'Apache-2.0', is: 'builds the worker' },
  'pkg-config': { license: 'ISC', is: 'builds the worker' },
  'g++': { license: 'GPL-3.0-or-later with its exception for what it compiles', is: 'builds the worker' },
  'libuv1-dev': { license: 'MIT', is: 'in a built worker instead of its libuv' },
  'libssl-dev': { license: 'Apache-2.0', is: 'in a built worker instead of its OpenSSL' },
  'libsrtp2-dev': { license: 'BSD-3-Clause', is: 'in a built worker instead of its libsrtp' },
  'libabsl-dev': { license: 'Apache-2.0', is: 'in a built worker instead of its abseil-cpp' },
  'libflatbuffers-dev': { license: 'Apache-2.0', is: 'in a built worker instead of its flatbuffers' },
  'flatbuffers-compiler': { license: 'Apache-2.0', is: 'builds the worker' },
};

/** Everything that is no package of npm, and what is wrong with our list of it. `root` is the folder with everything. */
export async function otherComponents(root: string, packages: readonly InstalledPackage[]) {
  const complaints: string[] = [];
  const versionOf = (name: string) => packages.find((one) => one.name === name)?.version;
  const add = (name: string, version: string | undefined, from: string): Component[] => {
    const known = KNOWN[name];
    if (known === undefined)
      complaints.push(`${name} is in no list of components (tools/licenses/otherComponents.ts).`);
    return known === undefined ? [] : [{ name, version, from, ...known }];
  };

  const libraries = await workerLibraries(root);
  const overlay = await readdir(join(root, 'tools/mediasoup-worker/overlay'));
  for (const folder of overlay) {
    if (libraries.includes(folder)) continue;
    complaints.push(
      `tools/mediasoup-worker/overlay/${folder} replaces nothing of mediasoup ${versionOf('mediasoup')}.`,
    );
  }
  const components = [
    ...add('Node', versionOf('node'), 'the package `node`, where the machine has none from 24'),
    ...add('SQLite', await sqliteVersion(root), 'in the package `better-sqlite3`'),
    ...add('mediasoup-worker', versionOf('mediasoup'), 'built by mediasoup’s authors, or by `tools/mediasoup-worker`'),
    ...add('libwebrtc', undefined, WORKER_SOURCES),
    ...libraries.flatMap((folder) => add(...nameAndVersion(folder), WORKER_SOURCES)),
    ...add('Silero VAD', '5', 'in the package `@ricky0123/vad-web`'),
    ...add('espeak-ng in sherpa-onnx', undefined, 'in the WebAssembly of the package `sherpa-onnx`'),
    ...(await debianPackages(root)).flatMap((name) => add(name, undefined, DEBIAN)),
  ];
  for (const name of Object.keys(KNOWN)) {
    if (!components.some((one) => one.name === name)) complaints.push(`${name} is listed and not used anymore.`);
  }
  return { components, complaints };
}

/** The libraries that the worker's sources name, as folders like `libuv-v1.51.0`. */
async function workerLibraries(root: string): Promise<readonly string[]> {
  const folder = join(root, 'node_modules/mediasoup/worker/subprojects');
  const wraps = (await readdir(folder)).filter((name) => name.endsWith('.wrap')).sort();
  const texts = await Promise.all(wraps.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) => /^directory = (.+)$/mu.exec(text)?.[1] ?? []);
}

function nameAndVersion(folder: string): [string, string] {
  const [, name = folder, version = ''] = /^(.+?)-v?(\d.*)$/u.exec(folder) ?? [];
  return [name, version];
}

async function sqliteVersion(root: string): Promise<string | undefined> {
  const header = await readFile(join(root, 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.h'), 'utf8');
  return /#define SQLITE_VERSION\s+"(.+)"/u.exec(header)?.[1];
}

/** The packages that `tools/setup` may install. */
async function debianPackages(root: string): Promise<readonly string[]> {
  const files = ['tools/setup', 'tools/set-up/worker.sh'];
  const text = (await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')))).join('\n');
  const single = [...text.matchAll(/\b(?:want|offer) ([a-z][\w+.-]*)/gu)].map(([, name = '']) => name);
  const listed = /worker_packages=\((.*?)\)/su.exec(text)?.[1]?.trim().split(/\s+/u) ?? [];
  return [...new Set([...single, ...listed])];
}
