/** The real server with a wall clock that jumps by an hour at SIGUSR2, back and forward in turn. Its other clock stays. */
import { startServer } from '#server/startServer.ts';
import { realTime } from '#server/time/time.ts';

const HOUR_MS = 3_600_000;
let ahead = 0;
process.on('SIGUSR2', () => (ahead = ahead === 0 ? -HOUR_MS : 0));
const time = { ...realTime, wallNow: () => realTime.wallNow() + ahead };
const stop = await startServer(process.env, { isDevelopment: false, time });
process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
