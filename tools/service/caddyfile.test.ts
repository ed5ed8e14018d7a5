import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { cacheFolder } from '#server/processes/cacheFolder.ts';
import { findExecutable } from '#server/processes/findExecutable.ts';
import { freePort } from '#server/network/freePort.ts';
import { createMeasures } from '#server/watching/measures.ts';
import { serveWatching } from '#server/watching/serveWatching.ts';

/** A server that says its name, who asked and how, and that can stop being ready. */
async function aNode(host: string, watchPort: number) {
  const state = { why: [] as string[] };
  const http = createServer(({ headers }, response) =>
    response.end([host, headers['x-forwarded-for'], headers['x-forwarded-proto'], headers.host].join(' ')),
  );
  const sockets = new Server(http, { transports: ['websocket'] });
  sockets.on('connection', (socket) => socket.emit('you are with', host));
  http.listen(0, host);
  await once(http, 'listening');
  onTestFinished(async () => {
    await sockets.close();
  });
  const { registry } = createMeasures();
  onTestFinished(await serveWatching({ registry, unready: () => state.why }, { host, port: watchPort }));
  const address = http.address();
  return { host, state, at: `${host}:${typeof address === 'object' ? address?.port : ''}` };
}

async function twoNodesBehindCaddy() {
  const [port, watchPort, folder] = [
    await freePort('127.0.0.1'),
    await freePort('127.0.0.1'),
    await mkdtemp(join(tmpdir(), 'earshot-caddy-')),
  ];
  const nodes = [await aNode('127.0.0.1', watchPort), await aNode('127.0.0.2', watchPort)] as const;
  const url = `http://127.0.0.1:${port}`;
  const config = join(folder, 'Caddyfile');
  // Its port for administration is the same for every Caddy of a machine.
  await writeFile(config, `{\n\tadmin off\n}\n${await readFile(join(import.meta.dirname, 'Caddyfile'), 'utf8')}`);
  const program =
    findExecutable('caddy', process.env) ?? join(cacheFolder(process.env), 'caddy', 'usr', 'bin', 'caddy');
  const caddy = spawn(program, ['run', '--config', config, '--adapter', 'caddyfile'], {
    // With a scheme, it asks nobody for a certificate.
    env: {
      ...process.env,
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
      EARSHOT_HOST: url,
      EARSHOT_NODES: nodes.map(({ at }) => at).join(' '),
      EARSHOT_WATCH: String(watchPort),
    },
    stdio: 'ignore',
  });
  onTestFinished(async () => {
    caddy.kill();
    await once(caddy, 'exit');
  });
  const ask = async () => (await fetch(url)).text();
  await vi.waitFor(ask, { timeout: 30_000 });
  return { url, nodes, ask };
}

test('the example proxy says who asks, passes sockets on, and leads nobody to a server that is not ready', async () => {
  const { url, nodes, ask } = await twoNodesBehindCaddy();
  const [first = '', ...about] = (await ask()).split(' ');
  expect(about).toEqual(['127.0.0.1', 'http', new URL(url).host]);
  const socket = io(url, { transports: ['websocket'], forceNew: true });
  onTestFinished(() => {
    socket.close();
  });
  const name = await new Promise<string>((resolve) => socket.once('you are with', resolve));
  expect(name).toBe(first);
  nodes.find(({ host }) => host === first)?.state.why.push('The server is stopping.');
  const other = nodes.find(({ host }) => host !== first)?.host;
  await vi.waitFor(async () => expect((await ask()).split(' ')[0]).toBe(other), { timeout: 30_000 });
});
