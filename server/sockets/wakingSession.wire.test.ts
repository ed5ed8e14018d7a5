import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { SessionId } from '#shared/protocol/ids.ts';
import { SLEEPS_AFTER_MS } from '#server/rooms/sessionRooms.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import { realTime, type Time } from '#server/time/time.ts';
import { aPress, aWindow } from './testing/aPress.ts';
import { aRunningSession, connect, NOOR, startSocketServer } from './testing/startSocketServer.ts';

/** A clock on which sessions go to sleep when a test says so. */
function sleepByHand() {
  const pending: (() => void)[] = [];
  const time: Time = {
    ...realTime,
    callAfter: (ms, callback) => {
      if (ms !== SLEEPS_AFTER_MS) return realTime.callAfter(ms, callback);
      pending.push(callback);
      return () => undefined;
    },
  };
  return { time, fallAsleep: () => pending.splice(0).forEach((sleep) => sleep()) };
}

test('a session that was opened for a person who never joined goes to sleep after a while', async () => {
  const { time, fallAsleep } = sleepByHand();
  const server = await startSocketServer({ time });
  const { record } = await aRunningSession(server);
  const room = await server.rooms.open({ ...record, sessionId: SessionId.parse(randomUUID()) });
  fallAsleep();
  expect(server.rooms.isLive(room)).toBe(false);
  expect(server.rooms.isLive(await server.rooms.open(record))).toBe(true);
});

test('[LOG3] a session that everyone left goes to sleep after a while, and wakes unchanged', async () => {
  const { time, fallAsleep } = sleepByHand();
  const server = await startSocketServer({ time });
  const { record, noor, ada, home } = await aRunningSession(server);
  const room = await server.rooms.open(record);
  for (const client of [noor, ada, home]) client.socket.disconnect();
  expect(server.rooms.isLive(room)).toBe(true);
  await expect.poll(() => Object.values(room.actor.state().participants).some(({ present }) => present)).toBe(false);
  fallAsleep();
  expect(server.rooms.isLive(room)).toBe(false);

  const back = await connect(server, record, { id: NOOR, role: 'therapist' });
  expect(await back.ask('coding:start', aWindow())).toMatchObject({ ok: true });
  expect((await server.rooms.stateOf(record.sessionId))?.phase).toBe('coding');
});

test('[LOG3] a restarted server with the same log has the same session, with every voice closed', async () => {
  const log = createMemoryFactLog();
  const before = await startSocketServer({ log });
  const { record, noor } = await aRunningSession(before);
  await noor.ask('voice:open', {});
  await noor.ask('coding:start', aWindow());
  await noor.ask('coding:pause', { reason: 'phone' });
  await noor.ask('voice:open', {});
  const codes = aPress();
  await noor.ask('code:record', codes);

  // A second server on the log acts as the first one after a kill: nothing told it that anyone left.
  const facts = await log.read(record.sessionId);
  const copy = createMemoryFactLog();
  await copy.append(record.sessionId, facts);
  const after = await startSocketServer({ log: copy });
  const back = await connect(after, record, { id: NOOR, role: 'therapist' });
  const state = await after.rooms.stateOf(record.sessionId);
  expect(state).toMatchObject({ phase: 'coding-paused', lead: NOOR });
  expect(state?.codes.map(({ codeId }) => codeId)).toEqual([codes.codeId]);
  expect(Object.values(state?.participants ?? {}).filter(({ voiceOpen }) => voiceOpen)).toEqual([]);
  expect(await back.ask('coding:resume', {})).toMatchObject({ ok: true });
});
