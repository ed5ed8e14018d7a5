import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import { aPress, aWindow } from './testing/aPress.ts';
import {
  ADA,
  aRunningSession,
  aSessionRecord,
  connect,
  HOME,
  NOOR,
  startSocketServer,
} from './testing/startSocketServer.ts';

const REFUSED = { ok: false, error: { code: 'not-now' } };

/** A session that was closed after its lead coach gave one code, with a way to send what was pressed before. */
async function aClosedSession() {
  const server = await startSocketServer();
  const record = aSessionRecord();
  const noor = await connect(server, record, { id: NOOR, role: 'therapist' });
  const home = await connect(server, record, { id: HOME, role: 'caregiver', kind: 'combined' });
  await noor.ask('device:admit', { participantId: HOME });
  await noor.ask('phase:check-in', {});
  await noor.ask('coding:start', aWindow());
  const clock = await noor.ask('clock:read', {});
  const pressedAt = clock.ok ? clock.value.now : expect.unreachable('no time');
  const inTime = (code = 'LP') => aPress(code, pressedAt);
  const first = inTime();
  await noor.ask('code:record', first);
  await noor.ask('session:close', {});
  home.socket.disconnect();
  const room = await server.rooms.open(record);
  return {
    server,
    record,
    inTime,
    codeId: first.codeId,
    pressedAt,
    closedAt: room.actor.facts().findLast(({ type }) => type === 'session.closed')?.at ?? 0,
    write: (draft: FactDraft) => room.actor.apply(() => ok([draft])),
    codes: () => room.actor.state().codes.map(({ code, undone }) => [code, undone]),
    sendingLater: (id: ParticipantId) =>
      connect(server, record, { id, role: id === NOOR ? 'therapist' : 'supervisor', handsIn: true }, false),
  };
}

test('[LOG5] a lead coach sends a code and an undo that were made before the close', async () => {
  const { inTime, codeId, pressedAt, codes, sendingLater } = await aClosedSession();
  const noor = await sendingLater(NOOR);
  expect(await noor.ask('code:record', inTime('BD'))).toMatchObject({ ok: true });
  expect(await noor.ask('code:undo', { pressId: randomUUID(), codeId, pressedAt })).toMatchObject({ ok: true });
  expect(codes()).toEqual([
    ['LP', true],
    ['BD', false],
  ]);
});

test('[LOG5] an undo or a judgment that was made after the close, or has no time, changes nothing', async () => {
  const { codeId, closedAt, codes, sendingLater } = await aClosedSession();
  const noor = await sendingLater(NOOR);
  for (const pressedAt of [closedAt + 1, undefined]) {
    const press = { pressId: randomUUID(), codeId, ...(pressedAt !== undefined && { pressedAt }) };
    expect(await noor.ask('code:undo', press)).toMatchObject(REFUSED);
    expect(await noor.ask('command:judge', { ...press, effective: false })).toMatchObject(REFUSED);
  }
  expect(codes()).toEqual([['LP', false]]);
});

test('[LOG5] once a lead coach has opened the review, none of their presses is accepted anymore', async () => {
  const { inTime, codeId, pressedAt, codes, write, sendingLater } = await aClosedSession();
  await write({ type: 'review.opened', by: NOOR, what: 'review' });
  const noor = await sendingLater(NOOR);
  expect(await noor.ask('code:record', inTime('BD'))).toMatchObject(REFUSED);
  expect(await noor.ask('code:undo', { pressId: randomUUID(), codeId, pressedAt })).toMatchObject(REFUSED);
  expect(codes()).toEqual([['LP', false]]);
});

test('[LOG5] a person who never joined can send nothing, neither after the close nor while the session runs', async () => {
  const { inTime, codes, sendingLater } = await aClosedSession();
  const ada = await sendingLater(ADA);
  expect(await ada.ask('code:record', inTime('BD'))).toMatchObject(REFUSED);
  expect(codes()).toEqual([['LP', false]]);

  const server = await startSocketServer();
  const { record } = await aRunningSession(server);
  const stranger = { id: ParticipantId.parse('bo'), role: 'supervisor' } as const;
  const bo = await connect(server, record, { ...stranger, handsIn: true }, false);
  expect(await bo.ask('code:record', inTime('BD'))).toMatchObject(REFUSED);
});
