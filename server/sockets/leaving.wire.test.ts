import { randomUUID } from 'node:crypto';
import type { DisconnectReason } from 'socket.io';
import { expect, test } from 'vitest';
import {
  ADA,
  aRunningSession,
  connect,
  HOME,
  NOOR,
  startSocketServer,
  type TestClient,
} from './testing/startSocketServer.ts';

/** Every way in which Socket.IO reports that a connection ended. */
const REASONS = {
  'transport error': true,
  'transport close': true,
  'forced close': true,
  'ping timeout': true,
  'parse error': true,
  'server shutting down': true,
  'forced server close': true,
  'client namespace disconnect': true,
  'server namespace disconnect': true,
} satisfies Partial<Record<DisconnectReason, true>>;

async function aSessionWithDepartures() {
  const server = await startSocketServer();
  const session = await aRunningSession(server);
  const { sessionId } = session.record;
  return {
    ...session,
    server,
    /** What is known of a person who is gone. */
    gone: async (id: typeof NOOR) => {
      const who = async () => (await server.rooms.stateOf(sessionId))?.participants[id];
      await expect.poll(who).toMatchObject({ present: false });
      return (await who())?.hasLeft === true ? 'left' : 'cut off';
    },
    whys: async () => {
      const room = await server.rooms.open(session.record);
      return room.actor.facts().flatMap((fact) => (fact.type === 'participant.left' ? [fact.why] : []));
    },
  };
}

test.for(Object.keys(REASONS))(
  '[SES8] a connection that ends with “%s” is lost, and nobody has left',
  async (reason) => {
    const { server, noor, gone, whys } = await aSessionWithDepartures();
    server.io.sockets.sockets.get(noor.socket.id ?? '')?.conn.emit('close', reason);
    expect([await gone(NOOR), await whys()]).toEqual(['cut off', ['connection']]);
  },
);

const CUTS: readonly (readonly [string, (client: TestClient) => unknown])[] = [
  ['whose page drops it without a word', ({ socket }) => socket.disconnect()],
  ['whose network is cut', ({ socket }) => socket.io.engine.close()],
];

test.for(CUTS)('[SES8] a connection %s is lost, whoever had it', async ([, cut]) => {
  const { noor, ada, home, gone } = await aSessionWithDepartures();
  for (const client of [noor, ada, home]) cut(client);
  expect(await Promise.all([NOOR, ADA, HOME].map(gone))).toEqual(['cut off', 'cut off', 'cut off']);
});

test('[SES8] a person who says that they leave has left at once, and receives and asks nothing more on that connection', async () => {
  const { noor, ada, gone, whys } = await aSessionWithDepartures();
  expect(await ada.ask('session:leave', {})).toEqual({ ok: true, value: null });
  expect(await gone(ADA)).toBe('left');
  const heard = ada.heard('session:facts').length;
  expect(await noor.ask('coaching:start', {})).toMatchObject({ ok: true });
  expect(await ada.ask('note:write', { noteId: randomUUID(), text: 'unseen' })).toMatchObject({
    ok: false,
    error: { code: 'not-joined' },
  });
  expect(ada.heard('session:facts')).toHaveLength(heard);
  ada.socket.disconnect();
  noor.socket.disconnect();
  expect(await gone(NOOR)).toBe('cut off');
  expect(await whys()).toEqual(['left', 'connection']);
});

test('[SES8, PER5] a person who signs out has left; one who comes back is here again', async () => {
  const { server, record, ada, gone } = await aSessionWithDepartures();
  server.endAccess(ADA, 'signed-out');
  expect(await gone(ADA)).toBe('left');
  await expect.poll(() => ada.socket.connected).toBe(false);
  await connect(server, record, { id: ADA, role: 'supervisor' });
  expect((await server.rooms.stateOf(record.sessionId))?.participants[ADA]).toMatchObject({
    present: true,
    hasLeft: false,
  });
});
