import { keepCompiled } from './processes/keepCompiled.ts';

const writeCompiled = keepCompiled(process.env);
const { ConfigError } = await import('./config/config.ts');
const { startServer } = await import('./startServer.ts');
const { realTime } = await import('./time/time.ts');

/** How long connections may take to close when the server stops, in ms. */
const STOP_WITHIN_MS = 5_000;

function fail(error: unknown): never {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}

const isDevelopment = process.argv.includes('--dev');
const stop = await startServer(process.env, { isDevelopment, time: realTime }).catch(fail);
writeCompiled();

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stop().then(() => process.exit(0), fail);
  });
}
