import { expect, test } from 'vitest';
import { aPress, aWindow } from './testing/aPress.ts';
import { ADA, aRunningSession, aSessionRecord, connect, startSocketServer } from './testing/startSocketServer.ts';

test('[WIR4] a coach of another session is answered while one coach sends hundreds of presses', async () => {
  const server = await startSocketServer();
  const { record, noor } = await aRunningSession(server);
  const other = await connect(server, aSessionRecord({ lead: ADA }), { id: ADA, role: 'supervisor' });
  await noor.ask('coding:start', aWindow());
  const { actor } = await server.rooms.open(record);

  const presses = Array.from({ length: 400 }, () => noor.socket.emitWithAck('code:record', aPress()));
  const asked: unknown = await other.socket.emitWithAck('clock:read', {});
  const takenBefore = actor.state().codes.length;
  expect(asked).toMatchObject({ ok: true });
  // The messages travel over a socket meanwhile, so a few dozen presses have their turns.
  expect(takenBefore).toBeLessThan(200);
  const answers: unknown[] = await Promise.all(presses);
  expect(answers).toHaveLength(400);
  expect(actor.state().codes).toHaveLength(400);
});
