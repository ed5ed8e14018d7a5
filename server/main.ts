import { join } from 'node:path';
import { buildWhatIsStale } from './build/buildWhatIsStale.ts';
import { keepCompiled } from './processes/keepCompiled.ts';

const ROOT = join(import.meta.dirname, '..');

/** How long connections may take to close when the server stops, in ms. */
const STOP_WITHIN_MS = 5_000;

const writeCompiled = keepCompiled(process.env);
const isDevelopment = process.argv.includes('--dev');
const { ConfigError, realTime, startServer } = await loadProgram();

async function loadProgram(): Promise<typeof import('./program.ts')> {
  if (isDevelopment) return import('./program.ts');
  buildWhatIsStale(ROOT);
  const built = join(ROOT, 'dist/server/program.mjs');
  return (await import(built)) as typeof import('./program.ts');
}

function fail(error: unknown): never {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}

const stop = await startServer(process.env, { isDevelopment, time: realTime }).catch(fail);
writeCompiled();

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stop().then(() => process.exit(0), fail);
  });
}
