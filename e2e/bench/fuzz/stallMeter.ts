/**
 * Loaded into the server's process. Answers on `STALL_PORT` with the longest stalls of its event loop since the last
 * answer, in ms: by the clock, and by how long its thread really worked meanwhile. It measures inside, because a client on
 * a busy machine also waits for itself; and by work, because on such a machine the server waits too.
 */
import { createServer } from 'node:http';
import { isMainThread } from 'node:worker_threads';

export type Stalls = { readonly clockMs: number; readonly workMs: number };

const EVERY_MS = 5;

const { STALL_PORT: port } = process.env;
if (isMainThread && port !== undefined) {
  let longest: Stalls = { clockMs: 0, workMs: 0 };
  let before = taken();
  setInterval(() => {
    const now = taken();
    longest = {
      clockMs: Math.max(longest.clockMs, now.clockMs - before.clockMs - EVERY_MS),
      workMs: Math.max(longest.workMs, now.workMs - before.workMs),
    };
    before = now;
  }, EVERY_MS).unref();
  const server = createServer((_request, response) => {
    response.end(JSON.stringify(longest));
    longest = { clockMs: 0, workMs: 0 };
  });
  server.listen(Number(port), '127.0.0.1').unref();
}

function taken(): Stalls {
  const { user, system } = process.threadCpuUsage();
  return { clockMs: performance.now(), workMs: (user + system) / 1_000 };
}
