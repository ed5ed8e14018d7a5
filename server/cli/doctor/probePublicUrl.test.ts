import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { Server } from 'socket.io';
import { expect, onTestFinished, test } from 'vitest';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { probePublicUrl, reachAs, type Reached } from './probePublicUrl.ts';

const CLINIC = { PUBLIC_URL: 'https://clinic.example', MEDIA_ADDRESS: '203.0.113.7', EARSHOT_DEMO: 'off' };

test.for<[Reached, string, RegExp]>([
  [{ page: 'earshot', sockets: true }, 'good', /answers, with sockets$/],
  [{ page: 'earshot', sockets: false }, 'missing', /does not pass WebSockets on/],
  [{ page: 'refused-unencrypted', sockets: false }, 'missing', /is not known to the server/],
  [{ page: 'something-else', sockets: false }, 'optional', /something else than Earshot/],
  [{ page: { failed: 'ENOTFOUND' }, sockets: false }, 'optional', /cannot be reached from here \(ENOTFOUND\)/],
])('%j is %s', async ([reached, state, words]) => {
  const finding = await probePublicUrl(CLINIC, async () => reached);
  expect([finding.state, finding.found]).toEqual([state, expect.stringMatching(words)]);
  expect(finding.advice === undefined).toBe(state === 'good');
});

test('a clinic on this machine alone needs no address that others reach', async () => {
  const finding = await probePublicUrl({}, () => expect.fail('Nobody is asked.'));
  expect(finding).toMatchObject({
    state: 'good',
    found: 'http://localhost:3000 is this machine: others cannot open it',
  });
});

test('settings that are not valid are left to their own probe', async () => {
  expect(await probePublicUrl({ PORT: 'abc' })).toMatchObject({ state: 'missing', found: 'not checked' });
});

async function aPlace(answer: RequestListener, hasSockets: boolean): Promise<string> {
  const http = createServer(answer);
  const sockets = hasSockets ? new Server(http, { transports: ['websocket'] }) : undefined;
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(async () => {
    await sockets?.close();
    http.close();
  });
  const address = http.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const says =
  (status: number, content: unknown): RequestListener =>
  ({ url }, response) => {
    response.statusCode = url === pathOf('clinic:health') ? status : 404;
    response.end(JSON.stringify(content));
  };

test('an address is tried with a page and a socket', async () => {
  const well = { status: 'ok' };
  expect(await reachAs(await aPlace(says(200, well), true))).toEqual({ page: 'earshot', sockets: true });
  expect(await reachAs(await aPlace(says(200, well), false))).toEqual({ page: 'earshot', sockets: false });
  expect(await reachAs(await aPlace(says(403, { error: 'Use https.' }), false))).toMatchObject({
    page: 'refused-unencrypted',
  });
  expect(await reachAs(await aPlace(says(200, '<h1>Hello</h1>'), false))).toMatchObject({ page: 'something-else' });
  expect(await reachAs('http://127.0.0.1:9')).toMatchObject({ page: { failed: 'ECONNREFUSED' } });
});
