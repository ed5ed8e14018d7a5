import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { freePorts } from './freePort.ts';

test('free ports are in a row, and none is of those that a system gives to whoever asks for any', async () => {
  const ports = await freePorts(10, '127.0.0.1');
  expect(ports).toEqual(Array.from({ length: 10 }, (_, at) => (ports[0] ?? 0) + at));
  expect(Math.max(...ports)).toBeLessThan(32_768);
});

test('ports are not free at an address that is not of this machine', async () => {
  await expect(freePorts(1, '192.0.2.7')).rejects.toThrow('192.0.2.7');
});

test('a free port can be listened at', async () => {
  const [port] = await freePorts(1, '127.0.0.1');
  const server = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
});
