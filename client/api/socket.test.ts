import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { NodeWebSocket } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ELSEWHERE, SOCKET_PATH, socketPathOf } from '#shared/protocol/elsewhere.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { openSocket } from './socket.ts';

const PATH = socketPathOf('00000000-0000-4000-8000-00000000000a');

/** When a page tries to reach a server that refuses each connection, in ms since the first try. */
async function triesWithin(ms: number): Promise<readonly number[]> {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const tries: number[] = [];
  class Refused extends NodeWebSocket {
    override doOpen() {
      tries.push(Date.now());
      setTimeout(() => this.onError('refused', undefined), 1);
      return this;
    }
  }
  const sessionId = SessionId.parse('00000000-0000-4000-8000-000000000001');
  const socket = openSocket({ as: 'staff', sessionId }, 'http://clinic.example/', [Refused]);
  onTestFinished(() => void socket.disconnect());
  socket.connect();
  await vi.advanceTimersByTimeAsync(ms);
  return tries.map((at) => at - (tries[0] ?? at));
}

test('a server that restarts is tried at least every quarter of a second until it had time to start', async () => {
  const tries = await triesWithin(3_000);
  const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  expect(Math.max(...waits)).toBeLessThanOrEqual(251);
  expect(tries.length).toBeGreaterThan(10);
});

test('a server that is down for long is tried about every two seconds, not by all pages at once', async () => {
  const tries = (await triesWithin(60_000)).filter((at) => at > 12_000);
  expect(tries.length).toBeLessThanOrEqual(48_000 / 1_400 + 1);
  const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  expect(Math.max(...waits)).toBeLessThanOrEqual(2_001);
  expect(new Set(waits).size).toBeGreaterThan(waits.length / 2);
});

/** The paths that a page asks, of nodes that all answer that another one has the session, until that one is asked. */
async function pathsAsked(isThere: (path: string) => boolean): Promise<readonly string[]> {
  const asked: string[] = [];
  const http = createServer();
  http.on('upgrade', (request) => {
    const [path = ''] = (request.url ?? '').split('/?');
    asked.push(path);
    // Like a node that passes sockets on.
    request.url = request.url?.replace(/^\/node\/[^/]+/u, '');
  });
  const server = new Server(http, { transports: ['websocket'] });
  server.use((_socket, next) => {
    if (isThere(asked.at(-1) ?? '')) next();
    else next(Object.assign(new Error(ELSEWHERE), { data: { path: PATH } }));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(() => server.close());
  const { port } = http.address() as AddressInfo;
  const sessionId = SessionId.parse('00000000-0000-4000-8000-000000000001');
  const socket = openSocket({ as: 'staff', sessionId }, `http://127.0.0.1:${port}/`);
  onTestFinished(() => void socket.disconnect());
  socket.connect();
  await vi.waitFor(() => expect(socket.connected).toBe(true));
  // The node goes, and any other one is asked.
  server.disconnectSockets(true);
  await vi.waitFor(() => expect(socket.connected).toBe(false));
  socket.connect();
  await vi.waitFor(() => expect(socket.connected).toBe(true));
  return asked;
}

test('a page asks any node, is led to the one that has its session, and asks any again when it is gone', async () => {
  expect(await pathsAsked((path) => path === PATH)).toEqual([SOCKET_PATH, PATH, SOCKET_PATH, PATH]);
});
