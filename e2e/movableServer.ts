import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { buildWhatIsStale } from '#server/build/buildWhatIsStale.ts';
import { startServer } from '#server/startServer.ts';
import { createMovableTime } from './movableTime.ts';

/** The real server with a time that a line on standard input, or an argument, moves forward, in ms. */
buildWhatIsStale(join(import.meta.dirname, '..'), ['pages']);
const time = createMovableTime();
time.forward(Number(process.argv[2] ?? 0));
const stop = await startServer(process.env, { isDevelopment: false, time });

createInterface({ input: process.stdin }).on('line', (line) => {
  time.forward(Number(line));
  console.log(`Moved forward by ${line} ms`);
});

process.once('SIGTERM', () => {
  void stop().then(() => process.exit(0));
});
