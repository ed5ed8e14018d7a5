import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { socketPathOf } from '#shared/protocol/elsewhere.ts';
import { NodeId } from '#server/storage/leases.ts';
import { forwardUpgrades } from './forwardUpgrades.ts';

const [HERE, THERE, GONE] = ['a', 'b', 'c'].map((end) => NodeId.parse(`00000000-0000-4000-8000-00000000000${end}`)) as [
  NodeId,
  NodeId,
  NodeId,
];
const CLIENT = '192.0.2.1';

/** A server that answers each socket, says back what it is sent, and knows where the others are. */
async function aNode(nodeId: NodeId, others: ReadonlyMap<NodeId, string> = new Map()) {
  const asked: IncomingMessage[] = [];
  const sockets: Duplex[] = [];
  const http = createServer();
  forwardUpgrades(http, {
    node: { nodeId, addressOf: async (other) => others.get(other) },
    admits: ({ headers }) => headers.origin === undefined,
    addressOfClient: () => CLIENT,
  });
  http.on('upgrade', (incoming: IncomingMessage, socket: Duplex) => {
    if (!incoming.url?.startsWith('/socket.io')) return;
    asked.push(incoming);
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
    socket.pipe(socket);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(() => {
    sockets.forEach((socket) => socket.destroy());
    http.close();
  });
  const { port } = http.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, port, asked, sockets };
}

/** Asks for a socket as a browser does. Resolves to its status, and to the socket if there is one. */
async function askFor(port: number, path: string, more: Readonly<Record<string, string>> = {}) {
  const headers = {
    ...more,
    upgrade: 'websocket',
    connection: 'Upgrade',
    cookie: 'a=b',
    'x-forwarded-for': '203.0.113.9',
  };
  const asking = request({ host: '127.0.0.1', port, path, headers });
  asking.end();
  const answer = await new Promise<{ status: number | undefined; socket?: Duplex }>((answered, failed) => {
    asking.on('upgrade', ({ statusCode: status }, socket) => answered({ status, socket }));
    asking.on('response', ({ statusCode: status }) => answered({ status }));
    asking.on('error', failed);
  });
  if (answer.socket) onTestFinished(() => void answer.socket?.destroy());
  return answer;
}

async function says(socket: Duplex, words: string): Promise<string> {
  socket.write(words);
  const [heard] = (await once(socket, 'data')) as [Buffer];
  return heard.toString();
}

test('a socket for this node is answered here, at the usual path', async () => {
  const here = await aNode(HERE);
  const { socket } = await askFor(here.port, `${socketPathOf(HERE)}/?EIO=4`);
  expect(await says(socket!, 'hello')).toBe('hello');
  expect(here.asked.map(({ url }) => url)).toEqual(['/socket.io/?EIO=4']);
});

test('a socket for another node is passed on with its cookies, and with the address that this node knows', async () => {
  const there = await aNode(THERE);
  const here = await aNode(HERE, new Map([[THERE, there.address]]));
  const { socket } = await askFor(here.port, `${socketPathOf(THERE)}/?EIO=4`);
  expect(await says(socket!, 'hello')).toBe('hello');
  expect(here.asked).toEqual([]);
  expect(there.asked[0]?.url).toBe('/socket.io/?EIO=4');
  expect(there.asked[0]?.headers).toMatchObject({ cookie: 'a=b', 'x-forwarded-for': CLIENT });
});

test('both ends of a socket that is passed on end together', async () => {
  const there = await aNode(THERE);
  const here = await aNode(HERE, new Map([[THERE, there.address]]));
  const first = await askFor(here.port, `${socketPathOf(THERE)}/`);
  const ended = once(first.socket!, 'close');
  first.socket!.resume();
  there.sockets[0]!.destroy();
  await ended;
  const second = await askFor(here.port, `${socketPathOf(THERE)}/`);
  const left = once(there.sockets[1]!, 'close');
  second.socket!.destroy();
  await left;
});

test('a node that is unknown or does not answer is said to be unreachable', async () => {
  const here = await aNode(HERE, new Map([[THERE, 'http://127.0.0.1:1']]));
  expect((await askFor(here.port, `${socketPathOf(GONE)}/`)).status).toBe(502);
  expect((await askFor(here.port, `${socketPathOf(THERE)}/`)).status).toBe(502);
});

test('[WIR5] [WIR8] what this node would refuse it does not pass on either', async () => {
  const there = await aNode(THERE);
  const here = await aNode(HERE, new Map([[THERE, there.address]]));
  const { status } = await askFor(here.port, `${socketPathOf(THERE)}/`, { origin: 'https://elsewhere.example' });
  expect([status, there.asked.length]).toEqual([403, 0]);
});
