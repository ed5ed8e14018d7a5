import { io } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CHECK_NAMESPACE } from '#shared/protocol/media.ts';
import type { Reply } from '#shared/protocol/reply.ts';
import { aSessionRecord, HOME, startSocketServer, type TestServer } from './testing/startSocketServer.ts';

/** A person who checks their devices, by the cookie of these tests. */
function checks(server: TestServer, cookie: object, sessionId: string) {
  const socket = io(`http://127.0.0.1:${server.port}${CHECK_NAMESPACE}`, {
    forceNew: true,
    transports: ['websocket'],
    auth: { as: 'staff', sessionId },
    extraHeaders: { cookie: encodeURIComponent(JSON.stringify(cookie)) },
    reconnection: false,
  });
  onTestFinished(() => void socket.disconnect());
  const ask = async (name: string, input: unknown) => (await socket.emitWithAck(name, input)) as Reply<unknown>;
  return { socket, ask };
}

const OPEN = { plane: 'room', direction: 'send' };

test('[PER1] a person who may attend may check their devices before they are let in, and is not in a session by it', async () => {
  const server = await startSocketServer();
  const record = server.know(aSessionRecord());
  const { ask } = checks(
    server,
    { id: HOME, role: 'caregiver', kind: 'combined', sessionId: record.sessionId },
    record.sessionId,
  );
  expect(await ask('media:open-transport', OPEN)).toMatchObject({ ok: true });
  expect(await ask('code:record', {})).toMatchObject({ ok: false, error: { code: 'unknown-command' } });
  expect(await ask('media:open-transport', { plane: 'cellar' })).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
  expect(await server.rooms.stateOf(record.sessionId)).toBeUndefined();
  expect(server.faults).toEqual([]);
});

test('[PER1] nobody else may', async () => {
  const server = await startSocketServer();
  const record = server.know(aSessionRecord());
  const { socket } = checks(
    server,
    { id: HOME, role: 'caregiver', kind: 'combined', sessionId: 'another' },
    record.sessionId,
  );
  const refused = await new Promise<Error>((resolve) => socket.once('connect_error', resolve));
  expect(refused.message).toBe('not-signed-in');
});

test('one person can run one check at a time, and a flood of requests is refused', async () => {
  const server = await startSocketServer();
  const record = server.know(aSessionRecord());
  const me = { id: HOME, role: 'caregiver', kind: 'combined', sessionId: record.sessionId };
  const first = checks(server, me, record.sessionId);
  await first.ask('media:capabilities', {});
  const second = checks(server, me, record.sessionId);
  await second.ask('media:capabilities', {});
  await vi.waitFor(() => expect(first.socket.connected).toBe(false));
  const answers = await Promise.all(Array.from({ length: 200 }, () => second.ask('media:capabilities', {})));
  expect(answers.some((answer) => !answer.ok && answer.error.code === 'too-often')).toBe(true);
});
