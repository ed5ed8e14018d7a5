import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import { NO_TIME_OUT_SETTINGS } from '#shared/domain/sequence/commandSequence.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { ok } from '#shared/protocol/reply.ts';
import { NO_ANSWERS } from '#server/consents/testing/noAnswers.ts';
import { createFakeMediaServer } from '#server/media/testing/fakeMediaServer.ts';
import type { Notice } from '#server/nodes/notices.ts';
import { HeldElsewhere } from '#server/nodes/sessionHolds.ts';
import { startNode } from '#server/nodes/startNode.ts';
import { noRecording } from '#server/recording/testing/noRecording.ts';
import { holdDatabase } from '#server/storage/holdDatabase.ts';
import { NodeId } from '#server/storage/leases.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlLeases } from '#server/storage/sqlLeases.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { aDatabase, aDatabasePlace } from '#server/storage/testing/aDatabase.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';
import { anAccount, aSession } from '#server/storage/testing/records.ts';
import { createSessionRooms } from './sessionRooms.ts';

/** A session, and nodes on one database, whose notices reach each other. Turns of leases come when the test says so. */
async function aClinicOfNodes() {
  const place = await aDatabasePlace();
  const db = await aDatabase(place);
  const keys = keysOf(db);
  const records = createSqlRecords(db, keys);
  const record = await aSession(records, await anAccount(db));
  const listeners: { of: NodeId; hear: (notice: Notice) => void }[] = [];

  async function aNode() {
    const nodeId = NodeId.parse(randomUUID());
    const release = await holdDatabase(place, nodeId, { callAfter: () => () => undefined, onTaken: () => undefined });
    if (release === undefined) throw new Error('The database is held.');
    onTestFinished(release);
    const turns: (() => void)[] = [];
    const faults: unknown[] = [];
    const callAfter = (_ms: number, callback: () => void) => {
      turns.push(callback);
      return () => undefined;
    };
    const report = (error: unknown) => void faults.push(error);
    const node = await startNode({
      ...{ nodeId, address: 'http://10.0.0.1:3000', leases: createSqlLeases(db), report, measure: () => undefined },
      time: { callAfter },
    });
    const media = createFakeMediaServer();
    const rooms = createSessionRooms({
      holds: node,
      notices: {
        tell: (notice) => listeners.filter(({ of }) => of !== nodeId).forEach(({ hear }) => hear(notice)),
        onTold: (hear) => void listeners.push({ of: nodeId, hear }),
      },
      log: createSqlFactLog(db, keys),
      media,
      recording: noRecording(),
      records,
      time: { wallNow: () => Date.now(), monotonicNow: () => 0, callAfter: () => () => undefined },
      agreedOf: async () => ({ timeOut: NO_TIME_OUT_SETTINGS, level: null, consents: NO_ANSWERS }),
      report,
    });
    return { node, rooms, media, faults, kill: release, prolong: () => turns.splice(0).forEach((turn) => turn()) };
  }
  const runOut = () => db.updateTable('session_leases').set({ expires_at: 1 }).execute();
  const facts = () => createSqlFactLog(db, keys).read(record.sessionId);
  return { record, aNode, runOut, facts };
}

const note = (n: number): FactDraft => ({
  type: 'session.exported',
  by: 'server',
  format: n % 2 === 0 ? 'csv' : 'pdf',
});

test('[LOG1] a session lives on one node; another one says which, and gets it when that node is killed', async () => {
  const { record, aNode, facts } = await aClinicOfNodes();
  const [one, other] = [await aNode(), await aNode()];
  await one.rooms.open(record);
  await expect(other.rooms.open(record)).rejects.toMatchObject({ nodeId: one.node.nodeId });
  await one.kill();
  const { actor } = await other.rooms.open(record);
  expect(actor.facts()).toEqual(await facts());
});

test('[LOG1] a node that lost a session without knowing writes nothing, closes its media and ends its connections', async () => {
  const { record, aNode, runOut, facts } = await aClinicOfNodes();
  const [one, other] = [await aNode(), await aNode()];
  const lost = await one.rooms.open(record);
  const end = vi.fn<() => void>();
  const { participantId } = { participantId: record.lead };
  lost.connections.set(participantId, { participantId, notify: () => undefined, end });
  await runOut();
  const { actor } = await other.rooms.open(record);
  const before = await facts();
  const refused = await lost.actor.apply(() => ok([{ type: 'waiting.opened', by: record.lead }]));
  expect(refused).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(await facts()).toEqual(before);
  await vi.waitFor(() =>
    expect([end.mock.calls.length, one.media.open(), one.rooms.isLive(lost)]).toEqual([1, 0, false]),
  );
  expect((await actor.apply(() => ok([{ type: 'waiting.opened', by: record.lead }]))).ok).toBe(true);
  await expect(one.rooms.open(record)).rejects.toThrow(HeldElsewhere);
});

test('a node that lost a session in which nothing happens is told within a second', async () => {
  const { record, aNode, runOut } = await aClinicOfNodes();
  const [one, other] = [await aNode(), await aNode()];
  const lost = await one.rooms.open(record);
  await runOut();
  await other.rooms.open(record);
  one.prolong();
  await vi.waitFor(() => expect(one.rooms.isLive(lost)).toBe(false));
});

test('a node that closes hands its sessions over at once', async () => {
  const { record, aNode } = await aClinicOfNodes();
  const [one, other] = [await aNode(), await aNode()];
  await one.rooms.open(record);
  await one.rooms.close();
  expect((await other.rooms.open(record)).actor.state().phase).toBe('preparing');
});

test('what is written to a closed session beside the node that has it awake reaches that node', async () => {
  const { record, aNode, facts } = await aClinicOfNodes();
  const [one, other] = [await aNode(), await aNode()];
  const { actor } = await one.rooms.open(record);
  await actor.apply(() => ok([{ type: 'session.closed', by: record.lead }]));
  expect((await other.rooms.write(record, () => ok([note(1)]))).ok).toBe(true);
  await vi.waitFor(async () => expect(actor.facts()).toEqual(await facts()));
  expect((await one.rooms.write(record, () => ok([note(2)]))).ok).toBe(true);
  expect((await facts()).filter(({ type }) => type === 'session.exported')).toHaveLength(2);
  expect([...one.faults, ...other.faults]).toEqual([]);
});

test('[ERA2] [RET5] a session that another node has awake counts as one with somebody in it', async () => {
  const { record, aNode } = await aClinicOfNodes();
  const [one, other] = [await aNode(), await aNode()];
  expect([await other.rooms.openSessionsOf(record.familyId), await other.rooms.isAnybodyIn()]).toEqual([0, false]);
  await one.rooms.open(record);
  expect([await other.rooms.openSessionsOf(record.familyId), await other.rooms.isAnybodyIn()]).toEqual([1, true]);
});

test('[ERA5] a family that is erased at one node is forgotten by all', async () => {
  const { record, aNode } = await aClinicOfNodes();
  const [one, other] = [await aNode(), await aNode()];
  const room = await one.rooms.open(record);
  await other.rooms.forget(record.familyId);
  await vi.waitFor(() => expect(one.rooms.isLive(room)).toBe(false));
});
