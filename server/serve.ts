/** Runs the server until it is told to stop. */
import { flushCompileCache } from 'node:module';
import { ConfigError } from '#server/config/config.ts';
import { realTime } from '#server/time/time.ts';
import { startServer } from './startServer.ts';

/** How long connections may take to close when the server stops, in ms. */
const STOP_WITHIN_MS = 5_000;

function fail(error: unknown): never {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}

const isDevelopment = process.argv.includes('--dev');
const stop = await startServer(process.env, { isDevelopment, time: realTime }).catch(fail);
// A server that is killed would not write it.
flushCompileCache();

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stop().then(() => process.exit(0), fail);
  });
}
