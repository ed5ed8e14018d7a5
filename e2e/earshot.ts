import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildWhatIsStale } from '#server/build/buildWhatIsStale.ts';
import { mediaPortsFrom } from '#server/config/mediaPorts.ts';
import { freePort, freePorts } from '#server/network/freePort.ts';

/** The links that `npm start` prints: one for each role of the demo. */
type DemoLinks = Readonly<Record<'therapist' | 'parent' | 'supervisor' | 'admin', string>>;

/** Of an empty clinic, only the first admin's is not empty, until it has one; in the demo, only that one is. */
type Links = DemoLinks & { readonly firstAdmin: string };

/** The real server as a process of its own, with its own data folder. */
export type Earshot = {
  readonly url: string;
  /** Those of the last start. */
  readonly links: Links;
  readonly dataFolder: string;
  /** Those of rooms and voices. */
  readonly mediaPorts: readonly number[];
  readonly pid: () => number;
  /** Moves the server's time forward; the pages follow. Only if it was started with a movable time. */
  readonly forward: (ms: number, ...pages: readonly Page[]) => Promise<void>;
  /** Ends the process as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Stops the process in the middle of what it does, until it is thawed. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Ends it as a service manager does. Resolves when it is gone. */
  readonly terminate: () => Promise<void>;
  /** Starts it again on the same port and data. Resolves when it is ready. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type StartOptions = {
  readonly movable?: boolean;
  readonly mediaAddress?: string;
  /** The zone of the demo's clinic, while the server runs in UTC. */
  readonly madeIn?: string;
  /** The server's current time. Needs a movable time. */
  readonly at?: Date;
  /** Without the demo: no accounts and no links. */
  readonly isEmpty?: boolean;
  /** The program, instead of the server's own or the movable one. */
  readonly entry?: string;
  /** One of several nodes. The settings that nodes share are among `settings`. */
  readonly isNode?: boolean;
  /** More variables of its environment. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Is given what the server logs, instead of the terminal. */
  readonly onLog?: (text: string) => void;
};

const OF_THIS_MACHINE = mediaPortsFrom(1);
const MEDIA_PORTS = OF_THIS_MACHINE.room.length + OF_THIS_MACHINE.voice.length;

const READY_WITHIN_MS = 120_000;

const NO_LINKS: Links = { therapist: '', parent: '', supervisor: '', admin: '', firstAdmin: '' };

export async function startEarshot(options: StartOptions = {}): Promise<Earshot> {
  const { movable = false, mediaAddress, madeIn, at, isEmpty = false, isNode = false, settings = {}, onLog } = options;
  const dataFolder = await mkdtemp(join(tmpdir(), 'earshot-e2e-'));
  const port = await freePort('127.0.0.1');
  const mediaPorts = await freePorts(MEDIA_PORTS, '127.0.0.1');
  const env = {
    ...process.env,
    PORT: String(port),
    MEDIA_PORT: String(mediaPorts[0]),
    EARSHOT_DATA: dataFolder,
    EARSHOT_DEMO: isEmpty ? 'off' : 'on',
    ...settings,
    ...(isNode && { NODE_ADDRESS: `http://localhost:${port}` }),
    ...(mediaAddress !== undefined && { MEDIA_ADDRESS: mediaAddress }),
  };
  let server: ChildProcess | undefined;
  let links: Links | undefined;

  async function start(timeZone = madeIn === undefined ? process.env['TZ'] : 'UTC') {
    const own = options.entry ?? builtServer();
    const entry = movable ? ['e2e/movableServer.ts', String(at ? at.getTime() - Date.now() : 0)] : [own];
    const stdio = ['pipe', 'pipe', onLog ? 'pipe' : 'inherit'] as const;
    server = spawn(process.execPath, entry, { env: { ...env, TZ: timeZone }, stdio: [...stdio] });
    server.stderr?.on('data', (piece: Buffer) => onLog?.(piece.toString()));
    // By its next start, an empty clinic may have an admin, who needs no link.
    const printed = await readUntilReady(server, isEmpty ? (links === undefined ? 1 : 0) : 4);
    links = isEmpty ? { ...NO_LINKS, firstAdmin: linksIn(printed)[0] ?? '' } : readLinks(printed);
  }

  async function end(signal: NodeJS.Signals) {
    const ending = server;
    if (ending?.exitCode !== null || ending.signalCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await gone;
  }

  if (madeIn !== undefined) {
    await start(madeIn);
    await end('SIGTERM');
  }
  await start();
  return {
    url: `http://localhost:${port}`,
    get links() {
      if (links === undefined) throw new Error('The server printed no links.');
      return links;
    },
    dataFolder,
    mediaPorts,
    async forward(ms, ...pages) {
      await moveForward(server, ms);
      // As when a laptop wakes: the page asks for the session's time again.
      for (const page of pages) await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    },
    pid: () => server?.pid ?? 0,
    freeze: () => void server?.kill('SIGSTOP'),
    thaw: () => void server?.kill('SIGCONT'),
    terminate: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    start: () => start(),
    async stop() {
      await end('SIGTERM');
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

let built: string | undefined;

/** The program that a clinic's service starts, as new as its sources were when it was first asked for. */
function builtServer(): string {
  if (built === undefined) buildWhatIsStale(join(import.meta.dirname, '..'), ['pages', 'server']);
  built = 'dist/server/run.mjs';
  return built;
}

/** Reads the server's output until the links appear. Throws if it ends or takes too long. */
function readUntilReady(server: ChildProcess, links: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const tooLate = setTimeout(() => {
      server.kill('SIGKILL');
      reject(new Error(`Not ready in time:\n${printed}`));
    }, READY_WITHIN_MS);
    server.stdout?.on('data', (piece: Buffer) => {
      printed += piece.toString();
      if (printed.includes('Earshot is ready at') && linksIn(printed).length >= links) {
        clearTimeout(tooLate);
        resolve(printed);
      }
    });
    server.once('exit', (code) => {
      clearTimeout(tooLate);
      reject(new Error(`The server ended with ${String(code)}:\n${printed}`));
    });
  });
}

function moveForward(server: ChildProcess | undefined, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!server?.stdin || !server.stdout) {
      reject(new Error('The server is not running.'));
      return;
    }
    const { stdin, stdout } = server;
    const heard = (piece: Buffer) => {
      if (!piece.toString().includes(`Moved forward by ${ms} ms`)) return;
      stdout.off('data', heard);
      resolve();
    };
    stdout.on('data', heard);
    stdin.write(`${ms}\n`);
  });
}

const linksIn = (printed: string) => printed.match(/https?:\/\/\S+#\S+/g) ?? [];

function readLinks(printed: string): Links {
  const all = linksIn(printed);
  const therapist = all.find((link) => link.includes('localhost') && link.includes('/demo#'));
  const [supervisor, admin] = all.filter((link) => link.includes('127.0.0.1') && link.includes('/demo#'));
  const parent = all.find((link) => link.includes('/join#'));
  if (!therapist || !parent || !supervisor || !admin) throw new Error(`Links are missing:\n${printed}`);
  return { ...NO_LINKS, therapist, parent, supervisor, admin };
}
