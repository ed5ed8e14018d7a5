import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cacheFolder } from '#server/processes/cacheFolder.ts';
import { isExecutable } from '#server/processes/isExecutable.ts';

/** Grows when the recipe of `tools/mediasoup-worker` changes. `tools/set-up/worker.sh` has the same. */
export const WORKER_RECIPE = 2;

const PACKAGE = join(import.meta.dirname, '../../node_modules/mediasoup');

/** The mediasoup worker to run: named by the environment, else prebuilt, else built by `tools/setup`. */
export function findWorkerBinary(env: NodeJS.ProcessEnv, mediasoup = PACKAGE): string | undefined {
  const named = env['MEDIASOUP_WORKER_BIN'];
  if (named) return named;
  const prebuilt = join(mediasoup, 'worker/out/Release/mediasoup-worker');
  if (isExecutable(prebuilt)) return prebuilt;
  const built = builtWorker(env, mediasoup);
  return isExecutable(built) ? built : undefined;
}

function builtWorker(env: NodeJS.ProcessEnv, mediasoup: string): string {
  const name = ['mediasoup-worker', versionOf(mediasoup), WORKER_RECIPE, process.platform, process.arch].join('-');
  return join(cacheFolder(env), name);
}

function versionOf(mediasoup: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(mediasoup, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}
