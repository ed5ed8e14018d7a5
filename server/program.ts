/** What `main.ts` starts. It is also built into one file, which starts sooner. */
export { ConfigError } from '#server/config/config.ts';
export { realTime } from '#server/time/time.ts';
export { startServer } from './startServer.ts';
