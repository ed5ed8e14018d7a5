import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { describe, expect, test } from 'vitest';
import { ParticipantId } from '#shared/protocol/ids.ts';
import {
  ADA,
  aRunningSession,
  aSessionRecord,
  connect,
  MARIA,
  NOOR,
  startSocketServer,
} from './testing/startSocketServer.ts';

describe('what a client may not do to the server', () => {
  test('[WIR3] an unknown command is refused with its name', async () => {
    const server = await startSocketServer();
    const { noor } = await aRunningSession(server);
    for (const name of ['session:destroy', 'constructor', '__proto__', 'toString']) {
      expect(await noor.raw(name, {})).toMatchObject({ ok: false, error: { code: 'unknown-command' } });
    }
  });

  test.for([[null], [[]], ['text'], [{ code: 'LP' }], [{ to: { $ne: 1 } }], [undefined], [12]])(
    '[WIR3] a payload of the wrong shape is refused and changes nothing: %j',
    async ([payload]) => {
      const server = await startSocketServer();
      const { record, noor } = await aRunningSession(server);
      const before = (await server.rooms.stateOf(record.sessionId))?.seq;
      expect(await noor.raw('code:record', payload)).toMatchObject({ ok: false, error: { code: 'invalid' } });
      expect((await server.rooms.stateOf(record.sessionId))?.seq).toBe(before);
      expect(server.faults).toEqual([]);
    },
  );

  test('[WIR3] a message over 64 kB is refused, and a far larger one disconnects the client', async () => {
    const server = await startSocketServer();
    const { record, noor } = await aRunningSession(server);
    const before = (await server.rooms.stateOf(record.sessionId))?.seq;
    const reply = await noor.raw('note:write', { noteId: randomUUID(), text: 'a'.repeat(65_000) });
    expect(reply).toMatchObject({ ok: false, error: { code: 'too-large' } });
    void noor.raw('note:write', { noteId: randomUUID(), text: 'a'.repeat(300_000) }).catch(() => undefined);
    await expect.poll(() => noor.socket.connected).toBe(false);
    expect((await server.rooms.stateOf(record.sessionId))?.codes).toEqual([]);
    expect(before).toBeDefined();
  });

  test('[WIR4] a command sent too often is refused, while others still work', async () => {
    const server = await startSocketServer();
    const { noor } = await aRunningSession(server);
    const replies = await Promise.all(Array.from({ length: 60 }, () => noor.ask('lead:hand', { to: ADA })));
    const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.error.code));
    expect(codes).toContain('too-often');
    expect(await noor.ask('clock:read', {})).toMatchObject({ ok: true });
  });

  test.for(['__proto__', 'constructor', 'toString'])(
    '[WIR3] the name %s is refused for everybody, and the session goes on',
    async (name) => {
      const server = await startSocketServer();
      const { noor } = await aRunningSession(server);
      const refused = { ok: false, error: { code: 'not-now' } };
      const participantId = ParticipantId.parse(name);
      expect(await noor.ask('device:admit', { participantId })).toMatchObject(refused);
      expect(await noor.ask('device:turn-away', { participantId })).toMatchObject(refused);
      expect(await noor.ask('device:set-wearer', { participantId, caregiverId: MARIA })).toMatchObject(refused);
      expect(await noor.ask('ear-check:override', { participantId, reason: 'none' })).toMatchObject(refused);
      expect(await noor.ask('lead:hand', { to: participantId })).toMatchObject(refused);
      expect(await noor.ask('coaching:start', {})).toMatchObject({ ok: true });
      expect(server.faults).toEqual([]);
    },
  );

  test('a command before joining is refused', async () => {
    const server = await startSocketServer();
    const noor = await connect(server, aSessionRecord(), { id: NOOR, role: 'therapist' }, false);
    expect(await noor.ask('phase:check-in', {})).toMatchObject({ ok: false, error: { code: 'not-joined' } });
  });

  test('a command before joining is also refused if another window of the same person has joined', async () => {
    const server = await startSocketServer();
    const { record } = await aRunningSession(server);
    const again = await connect(server, record, { id: NOOR, role: 'therapist' }, false);
    expect(await again.ask('coaching:start', {})).toMatchObject({ ok: false, error: { code: 'not-joined' } });
  });

  test('a connection without a valid cookie is refused', async () => {
    const server = await startSocketServer();
    const socket = io(`http://127.0.0.1:${server.port}`, {
      transports: ['websocket'],
      reconnection: false,
      auth: { as: 'staff', sessionId: randomUUID() },
    });
    const refusal = await new Promise<Error>((refused) => socket.on('connect_error', refused));
    expect(refusal.message).toBe('not-signed-in');
  });

  test('a command without an acknowledgement, or with an invalid one, does no harm', async () => {
    const server = await startSocketServer();
    const { noor } = await aRunningSession(server);
    noor.socket.emit('clock:read');
    noor.socket.emit('clock:read', {}, 'not a function');
    noor.socket.emit('code:record', { toString: 1 }, { call: 1 });
    expect(await noor.ask('clock:read', {})).toMatchObject({ ok: true });
    expect(server.faults).toEqual([]);
  });
});
