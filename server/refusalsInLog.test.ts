import { pino } from 'pino';
import { io } from 'socket.io-client';
import { expect, test } from 'vitest';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { aDatabase } from './storage/testing/aDatabase.ts';
import { anApp } from './testing/anApp.ts';

test('[WIR7] what HTTP and sockets refused is one line of the log', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'warn', base: null }, { write: (line: string) => void lines.push(line) });
  const app = await anApp(await aDatabase(), { log });
  const url = await app.http.listen({ port: 0, host: '127.0.0.1' });
  const join = (body: string) => ({ method: 'POST', body, headers: { 'content-type': 'application/json' } });
  for (const body of ['{', '{}']) await fetch(`${url}${pathOf('device:join')}`, join(body));
  const socket = io(url, {
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { origin: 'https://elsewhere.example' },
  });
  await new Promise((refused) => socket.on('connect_error', refused));
  socket.disconnect();
  expect(lines).toEqual([]);
  await app.close();
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ network: '127.0.0.1', malformed: 2, origin: 1, msg: 'requests were refused' }),
  ]);
});
