import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '#server/network/freePort.ts';
import { postgresPrograms } from './postgresPrograms.ts';

/** A PostgreSQL server of our own, with a folder that goes when it stops. */
export type Postgres = {
  /** Of its first database, without the name of one: add `/name`. */
  readonly url: string;
  /** Ends it at once, as a crash does, and keeps its folder. */
  readonly pause: () => Promise<void>;
  readonly goOn: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const READY_WITHIN_MS = 30_000;
const ASK_EVERY_MS = 50;

/** Nothing here outlives the machine, so nothing has to be on its disk. */
const FOR_TESTS = ['fsync=off', 'full_page_writes=off', 'max_connections=200', 'autovacuum=off'];

/** For benches: what a power cut must not take is on the disk. */
export const AS_IN_A_CLINIC = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on', 'max_connections=200'];

/** Starts it on a free port of this machine. `settings` are those of its configuration, such as `fsync=on`. */
export async function startPostgres(settings: readonly string[] = FOR_TESTS): Promise<Postgres> {
  const programs = await postgresPrograms();
  const folder = await mkdtemp(join(tmpdir(), 'earshot-postgres-'));
  const port = await freePort('127.0.0.1');
  const owner = process.getuid?.() === 0 ? idsOf('postgres') : undefined;
  if (owner) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(programs, 'initdb'),
    ['--pgdata', data, '--username=earshot', '--auth=trust', '--no-sync', '--locale=C.UTF-8', '--encoding=UTF8'],
    { ...owner, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const options = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, ...settings];
  const url = `postgres://earshot@127.0.0.1:${port}`;
  let server = await run();

  async function run(): Promise<ChildProcess> {
    const args = ['-D', data, ...options.flatMap((option) => ['-c', option])];
    const started = spawn(join(programs, 'postgres'), args, { ...owner, stdio: 'ignore' });
    await answers(`${url}/postgres`, started);
    return started;
  }

  /** SIGQUIT ends it without a word, SIGINT without waiting for anybody. */
  async function end(signal: 'SIGQUIT' | 'SIGINT'): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  }

  return {
    url,
    pause: () => end('SIGQUIT'),
    async goOn() {
      server = await run();
    },
    async stop() {
      await end('SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL does not run as root. */
function idsOf(user: string): { readonly uid: number; readonly gid: number } {
  const [uid, gid] = ['-u', '-g'].map((which) => Number(spawnSync('id', [which, user], { encoding: 'utf8' }).stdout));
  if (!uid || !gid) throw new Error(`There is no user ${user}: run tools/setup test.`);
  return { uid, gid };
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const client = new Client({ connectionString: url });
    // Otherwise the end of the connection would be an error that nobody handles.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const hasEnded = server.exitCode !== null || performance.now() > until;
      if (hasEnded) throw new Error('PostgreSQL did not start.', { cause: error });
      await setTimeout(ASK_EVERY_MS);
    }
  }
}
