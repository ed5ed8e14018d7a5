import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { findWorkerBinary } from '#server/media/workerBinary.ts';
import { copyPackages } from './copyPackages.ts';
import { neededPackages } from './neededPackages.ts';

/** What lies in a release at the same place as in the sources. */
const AS_IT_IS = [
  ...['dist/client', 'dist/server', 'server/practice/clips'],
  ...['tools/service', 'README.md', 'CHANGELOG.md', 'LICENSE', 'SECURITY.md', 'docs/OPERATIONS.md', 'docs/LICENSES.md'],
];

/** Where Node looks for the worker of mediasoup, see `workerBinary.ts`. */
const WORKER = 'node_modules/mediasoup/worker/out/Release/mediasoup-worker';

const COMMAND = `#!/bin/sh
exec node "$(dirname "$(readlink -f "$0")")/../dist/server/cli.mjs" "$@"
`;

/**
 * Puts what runs into a folder that needs only Node, on this kind of machine: what was built, the packages that are not in
 * it, and the media worker. The folder must not exist.
 */
export async function makeRelease(root: string, folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const worker = findWorkerBinary(env);
  if (worker === undefined) throw new Error('The media worker is missing. Run tools/setup run.');
  await mkdir(folder, { recursive: false });
  for (const path of AS_IT_IS) await cp(join(root, path), join(folder, path), { recursive: true });
  await copyPackages(root, neededPackages(process), folder);
  await mkdir(join(folder, WORKER, '..'), { recursive: true });
  await copyFile(worker, join(folder, WORKER));
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin/earshot'), COMMAND, { mode: 0o755 });
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(await manifest(root), undefined, 2)}\n`);
  await rm(join(folder, 'dist/server/.vite'), { recursive: true, force: true });
}

async function manifest(root: string) {
  const all = z
    .looseObject({ name: z.string(), version: z.string(), license: z.string(), engines: z.unknown() })
    .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const { name, version, license, engines } = all;
  return {
    ...{ name, version, private: true, license, engines, type: 'module' },
    scripts: { start: 'node dist/server/run.mjs' },
  };
}
