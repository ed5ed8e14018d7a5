import { type AddressInfo, connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { aDatabase } from '#server/storage/testing/aDatabase.ts';
import { anApp } from '#server/testing/anApp.ts';

/** A request inside the body of another: a server that reads the length in another way than a proxy would answer it. */
const HIDDEN = 'GET /api/health HTTP/1.1\r\nHost: clinic.example\r\n\r\n';

async function aServer() {
  const app = await anApp(await aDatabase(), {});
  onTestFinished(() => app.close());
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.http.server.address() as AddressInfo;
  /** Everything that the server says until it ends the connection. */
  return (text: string) =>
    new Promise<string>((resolve) => {
      let said = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      socket.setEncoding('latin1').on('data', (piece: string) => (said += piece));
      socket.on('error', () => undefined).on('close', () => resolve(said));
    });
}

const post = (...lengths: readonly string[]) =>
  `${['POST /api/accounts/sign-in HTTP/1.1', 'Host: clinic.example', 'Content-Type: application/json', ...lengths].join('\r\n')}\r\n\r\n`;

test.for([
  ['two lengths', post('Content-Length: 0', `Content-Length: ${HIDDEN.length}`)],
  ['a length and chunks', post(`Content-Length: ${HIDDEN.length + 5}`, 'Transfer-Encoding: chunked') + '0\r\n\r\n'],
  ['chunks that are not last', post('Transfer-Encoding: chunked, identity')],
  ['chunks under an odd name', post('Transfer-Encoding: xchunked')],
  ['a length with a sign', post(`Content-Length: +${HIDDEN.length}`)],
  ['a space before the colon', post('Content-Length : 0')],
  ['a line feed alone', post('Content-Length: 0\nX: y')],
] as const)('a request with %s is refused, and nothing after it is read', async ([, request]) => {
  const send = await aServer();
  const said = await send(request + HIDDEN);
  expect(said).toMatch(/^HTTP\/1\.1 400 /);
  expect(said.match(/HTTP\/1\.1 /g)).toHaveLength(1);
});

test('two requests with their lengths on one connection are both answered', async () => {
  const send = await aServer();
  const last = HIDDEN.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n');
  expect((await send(HIDDEN + last)).match(/HTTP\/1\.1 200 /g)).toHaveLength(2);
});
