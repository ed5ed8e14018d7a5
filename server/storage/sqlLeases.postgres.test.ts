import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { SessionId } from '#shared/protocol/ids.ts';
import { aFact, numbered, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { holdDatabase } from './holdDatabase.ts';
import { LeaseLost, type Lease, NodeId } from './leases.ts';
import { createSqlFactLog } from './sqlFactLog.ts';
import { createSqlLeases } from './sqlLeases.ts';
import { createSqlRecords } from './sqlRecords.ts';
import { aDatabase, aDatabasePlace } from './testing/aDatabase.ts';
import { keysOf } from './testing/keysOf.ts';
import { anAccount, aSession } from './testing/records.ts';

const SESSION = SessionId.parse('00000000-0000-4000-8000-000000000001');

async function someNodes() {
  const place = await aDatabasePlace();
  const db = await aDatabase(place);
  const leases = createSqlLeases(db);
  /** A node with its lock. `end`: as when its process is killed. */
  async function aNode() {
    const nodeId = NodeId.parse(randomUUID());
    const release = await holdDatabase(place, nodeId, { callAfter: () => () => undefined, onTaken: () => undefined });
    if (release === undefined) throw new Error('The database is held.');
    onTestFinished(release);
    await leases.addNode(nodeId, `http://10.0.0.1:3000`);
    return { nodeId, end: release };
  }
  const runOut = () => db.updateTable('session_leases').set({ expires_at: 1 }).execute();
  return { db, leases, aNode, runOut };
}

const epochOf = (claim: Awaited<ReturnType<ReturnType<typeof createSqlLeases>['claim']>>) =>
  'epoch' in claim ? claim.epoch : undefined;

test('[LOG1] a session has one node as long as that one is alive and prolongs its lease', async () => {
  const { leases, aNode, runOut } = await someNodes();
  const [one, other] = [await aNode(), await aNode()];
  expect(await leases.claim(SESSION, one.nodeId)).toEqual({ sessionId: SESSION, nodeId: one.nodeId, epoch: 1 });
  expect(await leases.claim(SESSION, other.nodeId)).toEqual({ heldBy: one.nodeId });
  await runOut();
  expect(await leases.prolong(one.nodeId)).toHaveLength(1);
  expect(await leases.claim(SESSION, other.nodeId)).toEqual({ heldBy: one.nodeId });
  await runOut();
  expect(epochOf(await leases.claim(SESSION, other.nodeId))).toBe(2);
  expect(await leases.prolong(one.nodeId)).toEqual([]);
});

test('each node hears how the others do, except of those that are gone', async () => {
  const { leases, aNode } = await someNodes();
  const [one, other, third] = [await aNode(), await aNode(), await aNode()];
  const figures = {
    ...{ at: '2026-03-02T09:00:00Z', startedAt: '2026-03-02T08:00:00Z', isSaving: true, delayMs: 1.5, memoryBytes: 9 },
    ...{ sessions: [{ phase: 'coding' as const, count: 2 }], people: 4, recordings: 1, media: [] },
  };
  expect(await leases.figuresOfOthers(one.nodeId)).toEqual([]);
  await leases.tellFigures(other.nodeId, figures);
  await leases.tellFigures(third.nodeId, figures);
  await third.end();
  expect(await leases.figuresOfOthers(one.nodeId)).toEqual([{ address: 'http://10.0.0.1:3000', ...figures }]);
  expect(await leases.figuresOfOthers(other.nodeId)).toEqual([]);
});

test('a session of a node that was killed can be taken at once', async () => {
  const { leases, aNode } = await someNodes();
  const [killed, other] = [await aNode(), await aNode()];
  await leases.claim(SESSION, killed.nodeId);
  await killed.end();
  expect(epochOf(await leases.claim(SESSION, other.nodeId))).toBe(2);
  expect(await leases.addressOf(killed.nodeId)).toBeUndefined();
});

test('a session that was released can be taken at once, and a late release of a former lease changes nothing', async () => {
  const { leases, aNode } = await someNodes();
  const [one, other] = [await aNode(), await aNode()];
  const first = (await leases.claim(SESSION, one.nodeId)) as Lease;
  const second = (await leases.claim(SESSION, one.nodeId)) as Lease;
  await leases.release(first);
  expect(await leases.claim(SESSION, other.nodeId)).toEqual({ heldBy: one.nodeId });
  await leases.release(second);
  expect(epochOf(await leases.claim(SESSION, other.nodeId))).toBe(3);
});

test('of many nodes that want a session at once, one gets it', async () => {
  const { leases, aNode } = await someNodes();
  const nodes = await Promise.all(Array.from({ length: 6 }, aNode));
  const claims = await Promise.all(nodes.map(({ nodeId }) => leases.claim(SESSION, nodeId)));
  expect(claims.map(epochOf).filter((epoch) => epoch !== undefined)).toEqual([1]);
});

test('[LOG1] whoever lost a lease writes nothing under it, whatever it still believes', async () => {
  const { db, leases, aNode, runOut } = await someNodes();
  const keys = keysOf(db);
  const { sessionId } = await aSession(createSqlRecords(db, keys), await anAccount(db));
  const log = createSqlFactLog(db, keys);
  const [one, other] = [await aNode(), await aNode()];
  const lost = (await leases.claim(sessionId, one.nodeId)) as Lease;
  await log.append(sessionId, [aFact.opened({ sessionId })], { lease: lost });
  await runOut();
  // Nobody has taken it yet.
  const [second, third] = numbered(UNTIL_CHECK_IN);
  await log.append(sessionId, [second!], { lease: lost });
  const taken = (await leases.claim(sessionId, other.nodeId)) as Lease;
  await expect(log.append(sessionId, [third!], { lease: lost })).rejects.toThrow(LeaseLost);
  await leases.release(lost);
  await log.append(sessionId, [third!], { lease: taken });
  // Also where the other one has written since: there is nothing to catch up with.
  await expect(log.append(sessionId, [third!], { lease: lost })).rejects.toThrow(LeaseLost);
  await leases.release(taken);
  await expect(log.append(sessionId, [{ ...third!, seq: 4 }], { lease: taken })).rejects.toThrow(LeaseLost);
  expect(await log.read(sessionId)).toHaveLength(3);
});

test('the sessions of other nodes are known as long as their leases run', async () => {
  const { db, leases, aNode, runOut } = await someNodes();
  const { sessionId, familyId } = await aSession(createSqlRecords(db, keysOf(db)), await anAccount(db));
  const [one, other] = [await aNode(), await aNode()];
  await leases.claim(sessionId, one.nodeId);
  expect(await leases.heldByOthers(other.nodeId)).toEqual([{ sessionId, familyId }]);
  expect(await leases.heldByOthers(one.nodeId)).toEqual([]);
  await runOut();
  expect(await leases.heldByOthers(other.nodeId)).toEqual([]);
});
