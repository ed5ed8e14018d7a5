import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cacheFolder } from '#server/processes/cacheFolder.ts';
import { isExecutable } from '#server/processes/isExecutable.ts';

const PACKAGE = join(import.meta.dirname, '../../node_modules/mediasoup');

/** The mediasoup worker to run: named by the environment, else prebuilt, else built by `tools/setup`. */
export function findWorkerBinary(env: NodeJS.ProcessEnv, mediasoup = PACKAGE): string | undefined {
  const named = env['MEDIASOUP_WORKER_BIN'];
  if (named) return named;
  return [join(mediasoup, 'worker/out/Release/mediasoup-worker'), builtWorker(env, mediasoup)].find(isExecutable);
}

function builtWorker(env: NodeJS.ProcessEnv, mediasoup: string): string {
  return join(cacheFolder(env), `mediasoup-worker-${versionOf(mediasoup)}-${process.platform}-${process.arch}`);
}

function versionOf(mediasoup: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(mediasoup, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}
