import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

type StartedServer = {
  readonly process: ChildProcess;
  /** Its output so far. */
  readonly said: () => string;
};

/**
 * The real server as a process of its own that ends with the test. It serves the development pages, which need no
 * build.
 */
export function spawnServer(env: NodeJS.ProcessEnv): StartedServer {
  const server = spawn(process.execPath, ['server/main.ts', '--dev'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (piece: Buffer) => {
      said += piece.toString();
    });
  }
  onTestFinished(async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  });
  return { process: server, said: () => said };
}

/** Starts a server that is expected to end at once. Returns its exit code and its output. */
export async function refusedServer(env: NodeJS.ProcessEnv): Promise<{ code: unknown; said: string }> {
  const { process: server, said } = spawnServer(env);
  const ending: unknown[] = await once(server, 'close');
  return { code: ending[0], said: said().trim() };
}
