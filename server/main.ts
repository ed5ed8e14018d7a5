import { ConfigError } from './config.ts';
import { realTime } from './sessions/time.ts';
import { startServer } from './startServer.ts';

/** How long people are given to be let go when the server stops, in ms. */
const STOP_WITHIN_MS = 5_000;

/** What went wrong at the start, in words where we have them. */
function fail(error: unknown): never {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (error instanceof ConfigError) console.error(error.message);
  else if (isTaken) console.error(`${error.message}\nStop what uses this port, or set PORT or MEDIA_PORT to another.`);
  else console.error(error);
  process.exit(1);
}

const isDevelopment = process.argv.includes('--dev');
const stop = await startServer(process.env, { isDevelopment, time: realTime }).catch(fail);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stop().then(() => process.exit(0), fail);
  });
}
