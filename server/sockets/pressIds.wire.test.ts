import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import { aPress, aWindow } from './testing/aPress.ts';
import { aRunningSession, connect, NOOR, startSocketServer } from './testing/startSocketServer.ts';

test('[LOG2] a press that is sent again counts once and is answered with the same seq', async () => {
  const server = await startSocketServer();
  const { record, noor } = await aRunningSession(server);
  await noor.ask('coding:start', aWindow());
  const [first, second] = [aPress(), aPress('BD')];
  const replies = await Promise.all([noor.ask('code:record', first), noor.ask('code:record', second)]);
  const again = await Promise.all([noor.ask('code:record', first), noor.ask('code:record', second)]);
  expect(again).toEqual(replies);
  expect((await server.rooms.stateOf(record.sessionId))?.codes).toHaveLength(2);
});

test('[LOG2] a press that is sent again counts once, even after an earlier one that arrived late', async () => {
  const server = await startSocketServer();
  const { noor } = await aRunningSession(server);
  await noor.ask('coding:start', aWindow());
  const later = aPress();
  const written = await noor.ask('code:record', later);
  await noor.ask('code:record', aPress());
  expect(await noor.ask('code:record', later)).toEqual(written);
  expect(server.faults).toEqual([]);
});

test('[LOG2] an undo and a judgment that are sent again count once, even for a restarted server', async () => {
  const log = createMemoryFactLog();
  const before = await startSocketServer({ log });
  const { record, noor } = await aRunningSession(before);
  await noor.ask('coding:start', aWindow());
  const code = aPress();
  await noor.ask('code:record', code);
  const undo = { pressId: randomUUID(), codeId: code.codeId };
  const written = await noor.ask('code:undo', undo);
  expect(await noor.ask('code:undo', undo)).toEqual(written);
  await before.close();
  const after = await startSocketServer({ log });
  const back = await connect(after, record, { id: NOOR, role: 'therapist' });
  expect(await back.ask('code:undo', undo)).toEqual(written);
  expect(await back.ask('code:record', code)).toMatchObject({ ok: true });
  expect((await after.rooms.stateOf(record.sessionId))?.codes).toHaveLength(1);
});

test('[LOG2] an old page, which numbers its presses, still works', async () => {
  const server = await startSocketServer();
  const { record, noor } = await aRunningSession(server);
  await noor.ask('coding:start', aWindow());
  const numbered = { ...aPress(), clientId: randomUUID(), clientSeq: 1 };
  expect(await noor.ask('code:record', numbered)).toMatchObject({ ok: true });
  expect(await noor.ask('code:record', numbered)).toMatchObject({ ok: true });
  expect((await server.rooms.stateOf(record.sessionId))?.codes).toHaveLength(1);
});

test('[LOG2] a press with the id of another person’s press, or of a press of another kind, is refused and not reported as written', async () => {
  const server = await startSocketServer();
  const { record, noor, ada } = await aRunningSession(server);
  await noor.ask('coding:start', aWindow());
  const press = aPress();
  const written = await noor.ask('code:record', press);
  const taken = { ok: false, error: { code: 'invalid' } };
  expect(await ada.ask('code:record', press)).toMatchObject(taken);
  expect(await noor.ask('code:undo', { pressId: press.codeId, codeId: press.codeId })).toMatchObject(taken);
  const other = { ...press, codeId: randomUUID() };
  await noor.ask('code:record', other);
  const undo = { pressId: randomUUID(), codeId: other.codeId };
  await noor.ask('code:undo', undo);
  expect(await noor.ask('code:undo', { ...undo, codeId: press.codeId })).toMatchObject(taken);
  expect(await noor.ask('code:record', press)).toEqual(written);
  expect((await server.rooms.stateOf(record.sessionId))?.codes.map(({ undone }) => undone)).toEqual([false, true]);
});
