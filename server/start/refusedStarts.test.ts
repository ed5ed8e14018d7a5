import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { commands } from '#server/cli/commands.ts';
import { runCommand } from '#server/cli/runCommand.ts';
import { ConfigError } from '#server/config/config.ts';
import { MOST_MEDIA_PORTS, mediaPortsFrom } from '#server/config/mediaPorts.ts';
import { freePort, freePorts } from '#server/network/freePort.ts';
import { findWorkerBinary } from '#server/media/workerBinary.ts';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { startServer } from '#server/startServer.ts';
import { realTime } from '#server/time/time.ts';
import { holdDataFolder } from './holdDataFolder.ts';
import { refusedServer, spawnServer } from './testing/spawnServer.ts';
import { keysIn } from '#server/storage/testing/keysOf.ts';

/** From the first media port to the first one of voices. */
const TO_VOICES = mediaPortsFrom(44_444).room.length;

describe.skipIf(!findWorkerBinary(process.env))('a server that cannot start', () => {
  test('says that its port is taken, and so does the doctor', async () => {
    const port = await freePort('127.0.0.1');
    await takeTcp(port);
    const env = await anEnvironment({ PORT: String(port) });
    const words = `Port ${port} is in use by another program`;
    expect(await refusedServer(env)).toEqual({
      code: 1,
      said: `${words}.\nStop that program, or set PORT to another number.`,
    });
    expect(await examined(env)).toContain(words);
  });

  test.for([
    ['the room’s for UDP', 'UDP', 0],
    ['the voices’ for UDP', 'UDP', TO_VOICES],
    ['the room’s for TCP', 'TCP', 0],
    ['the voices’ for TCP', 'TCP', TO_VOICES],
  ] as const)('says that a media port is taken: %s', async ([, protocol, offset]) => {
    const [first = 0] = await freePorts(MOST_MEDIA_PORTS, '127.0.0.1');
    const taken = first + offset;
    await (protocol === 'TCP' ? takeTcp(taken) : takeUdp(taken));
    const env = await anEnvironment({ MEDIA_PORT: String(first) });
    const words = `The media server’s ${protocol} port ${taken} is in use by another program`;
    expect(await refusalOf(env)).toBe(
      `${words}.\nStop that program, or set MEDIA_PORT to the first of 10 ports that are free, for UDP and for TCP.`,
    );
    expect(await examined(env)).toContain(words);
  });

  test('says that the name to which browsers would send media has no address', async () => {
    const env = await anEnvironment({ MEDIA_ADDRESS: 'nowhere.invalid' });
    const words = 'MEDIA_ADDRESS has nowhere.invalid, for which no address is found';
    expect(await refusalOf(env)).toBe(`${words}.\nCorrect the name, or write the address itself.`);
    expect(await examined(env)).toContain(words);
  });

  test.for([
    ['MEDIA_LISTEN', 44_444],
    ['HOST', 0],
  ] as const)('says that %s is no address of this machine', async ([setting, first]) => {
    const env = await anEnvironment({ MEDIA_PORT: String(first), [setting]: '192.0.2.7', MEDIA_ADDRESS: '192.0.2.7' });
    const words = `${setting} is 192.0.2.7, which is not an address of this machine`;
    expect(await refusalOf(env)).toBe(
      `${words}.\nRemove ${setting}, or set it to an address of this machine: 0.0.0.0 means all of them.`,
    );
    expect(await examined(env)).toContain(words);
  });

  test.for([
    ...['https://clinic.example/earshot', 'https://clinic.example?a=b'],
    ...['wss://clinic.example', 'clinic', 'http://clinic.example'],
  ])('says that “%s” is not an address that people can open', async (address) => {
    const env = await anEnvironment({ PUBLIC_URL: address });
    const said = await refusalOf(env);
    expect(said.split('\n')).toEqual(['The environment is not valid:', expect.stringMatching(/^ {2}PUBLIC_URL must /)]);
    expect(await examined(env)).toContain(said.split('\n')[1]?.trim());
  });

  test('says that its folder is not writable', async () => {
    const file = join(aFolder(), 'data');
    writeFileSync(file, '');
    expect(await refusalOf(await anEnvironment({ EARSHOT_DATA: file }))).toMatch(
      /^The data folder .* is not writable .*\nMake the folder writable/,
    );
  });

  test('says that a certificate is not valid', async () => {
    const folder = aFolder();
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    writeFileSync(cert, 'not a certificate');
    const env = await anEnvironment({ TLS_CERT: cert, TLS_KEY: key });
    expect(await refusalOf(env)).toMatch(/^The file that TLS_KEY names cannot be read/);
    writeFileSync(key, 'not a key');
    expect(await refusalOf(env)).toMatch(/are not a certificate and its key .*\nSet TLS_CERT and TLS_KEY/);
  });

  test('says that another server uses its data folder; terminal commands can run beside it, and a killed server releases the folder', async () => {
    const env = await anEnvironment({ EARSHOT_DEMO: 'on' });
    const first = spawnServer(env);
    await vi.waitFor(() => expect(first.said()).toContain('Earshot is ready'), { timeout: 100_000 });

    const elsewhere = { ...env, PORT: String(await freePort('127.0.0.1')), MEDIA_PORT: '0' };
    const words = `Another Earshot server uses the data folder ${env.EARSHOT_DATA}`;
    const second = await refusedServer(elsewhere);
    expect(second.code).toBe(1);
    expect(second.said).toBe(
      `${words}.\nStop that server, or name another folder in EARSHOT_DATA. Two servers on one folder would damage its sessions.`,
    );
    expect(await examined(elsewhere)).toContain(words);
    expect(await examined({ ...elsewhere, PORT: env.PORT, EARSHOT_DATA: aFolder() })).toContain(
      `${env.PORT} is taken by an Earshot server on another data folder`,
    );

    expect(await examined(env)).toMatch(/Earshot can run here/);
    const out = join(aFolder(), 'session.csv');
    const exporting = await typed(
      env,
      'export',
      await aClosedSession(env.EARSHOT_DATA),
      '--format',
      'csv',
      '--out',
      out,
    );
    expect(exporting).toEqual({ code: 0, said: '' });
    expect(readFileSync(out, 'utf8')).not.toBe('');

    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    expect(await examined(env)).toContain(`no server uses ${env.EARSHOT_DATA}`);
    expect(() => holdDataFolder(env.EARSHOT_DATA)()).not.toThrow();
  });
});

test('a folder is held until it is released, also against this process', () => {
  const folder = aFolder();
  const letGo = holdDataFolder(folder);
  expect(() => holdDataFolder(folder)).toThrow(/Another Earshot server/);
  letGo();
  letGo();
  holdDataFolder(folder)();
});

/** The id of a closed session of the demo. */
async function aClosedSession(folder: string): Promise<string> {
  const { db, close } = openDatabase(join(folder, 'earshot.sqlite'));
  const keys = keysIn(folder, db);
  const [records, log] = [createSqlRecords(db, keys), createSqlFactLog(db, keys)];
  try {
    for (const { sessionId } of await records.listSessions()) {
      if (foldFacts(await log.read(sessionId)).phase === 'closed') return sessionId;
    }
    throw new Error('The demo has closed sessions.');
  } finally {
    await close();
  }
}

async function anEnvironment(set: NodeJS.ProcessEnv = {}) {
  const folder = join(aFolder(), 'data');
  mkdirSync(join(folder, '..'), { recursive: true });
  const where = { PORT: String(await freePort('127.0.0.1')), MEDIA_PORT: '0', EARSHOT_DATA: folder };
  // The demo's records take longer to make than a start takes to fail.
  return { ...where, EARSHOT_DEMO: 'off', ...set };
}

/** What a server says instead of starting, in this process. That it then ends with 1, the first test checks. */
async function refusalOf(env: NodeJS.ProcessEnv): Promise<string> {
  try {
    const stop = await startServer({ ...process.env, ...env }, { isDevelopment: true, time: realTime });
    onTestFinished(stop);
    return 'It started.';
  } catch (error) {
    if (error instanceof ConfigError) return error.message.trim();
    throw error;
  }
}

/** What the doctor prints in this environment. */
const examined = async (env: NodeJS.ProcessEnv) => (await typed(env, 'doctor')).said;

async function typed(env: NodeJS.ProcessEnv, ...args: string[]) {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const code = await runCommand(commands, args, { env: { ...process.env, ...env }, print: say, complain: say });
  return { code, said: lines.join('\n') };
}

async function takeTcp(port: number) {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
}

async function takeUdp(port: number) {
  const socket = createSocket('udp4');
  const bound = once(socket, 'listening');
  socket.bind(port, '127.0.0.1');
  await bound;
  onTestFinished(() => void socket.close());
}
