import { expect, test, vi } from 'vitest';
import { SessionId } from '#shared/protocol/ids.ts';
import { type Lease, type Leases, NodeId } from '#server/storage/leases.ts';
import { HeldElsewhere } from './sessionHolds.ts';
import { startNode } from './startNode.ts';

const ME = NodeId.parse('00000000-0000-4000-8000-00000000000a');
const OTHER = NodeId.parse('00000000-0000-4000-8000-00000000000b');
const [ONE, TWO] = [1, 2].map((n) => SessionId.parse(`00000000-0000-4000-8000-00000000000${n}`)) as [
  SessionId,
  SessionId,
];

/** A node whose leases are in a map that the test changes, and whose next turn comes when the test says so. */
async function aNode() {
  const kept = new Map<SessionId, Lease>();
  const nodes = new Set<NodeId>();
  let next: () => void = () => undefined;
  const report = vi.fn<(error: unknown) => void>();
  const prolong = vi.fn<Leases['prolong']>(async () => [...kept.values()]);
  const leases: Leases = {
    async claim(sessionId, nodeId) {
      if (sessionId === TWO && !kept.has(ONE)) return { heldBy: OTHER };
      const lease = { sessionId, nodeId, epoch: (kept.get(sessionId)?.epoch ?? 0) + 1 };
      kept.set(sessionId, lease);
      return lease;
    },
    prolong,
    release: async ({ sessionId }) => void kept.delete(sessionId),
    heldByOthers: async () => [],
    addNode: async (nodeId) => void nodes.add(nodeId),
    removeNode: async (nodeId) => void nodes.delete(nodeId),
    addressOf: async () => undefined,
    tellFigures: async () => undefined,
    figuresOfOthers: async () => [],
  };
  const callAfter = vi.fn<(ms: number, callback: () => void) => () => void>((_ms, callback) => {
    next = callback;
    return () => (next = () => undefined);
  });
  const node = await startNode({
    nodeId: ME,
    address: 'http://10.0.0.1:3000',
    leases,
    time: { callAfter },
    measure: () => undefined,
    report,
  });
  const lost = vi.fn<(sessionId: SessionId) => void>();
  node.onLost(lost);
  async function turn() {
    const turns = callAfter.mock.calls.length;
    next();
    await vi.waitFor(() => expect(callAfter.mock.calls.length).toBeGreaterThan(turns));
  }
  return { node, kept, nodes, prolong, report, lost, turn };
}

test('a node is told of each session that another one has taken, once', async () => {
  const { node, kept, lost, turn } = await aNode();
  await node.take(ONE);
  await node.take(TWO);
  await turn();
  expect(lost).not.toHaveBeenCalled();
  kept.set(TWO, { sessionId: TWO, nodeId: ME, epoch: 7 });
  await turn();
  await turn();
  expect(lost.mock.calls).toEqual([[TWO]]);
});

test('a session that was released, or taken anew, is not lost', async () => {
  const { node, kept, lost, turn } = await aNode();
  const lease = await node.take(ONE);
  await node.release(lease!);
  await turn();
  await node.take(ONE);
  kept.clear();
  await node.take(ONE);
  await turn();
  expect(lost).not.toHaveBeenCalled();
});

test('while the database does not answer, a node keeps its sessions, reports it and tries again', async () => {
  const { node, prolong, report, lost, turn } = await aNode();
  await node.take(ONE);
  prolong.mockRejectedValueOnce(new Error('It does not answer.'));
  await turn();
  expect(report).toHaveBeenCalledOnce();
  await turn();
  expect([prolong.mock.calls.length, lost.mock.calls]).toEqual([2, []]);
});

test('a session that another node has is not taken, and its node is named', async () => {
  const { node } = await aNode();
  const taking = node.take(TWO);
  await expect(taking).rejects.toThrow(HeldElsewhere);
  await expect(taking).rejects.toMatchObject({ nodeId: OTHER });
});

test('a node that closes is gone for the others, and prolongs nothing anymore', async () => {
  const { node, nodes, prolong } = await aNode();
  expect(nodes.has(ME)).toBe(true);
  await node.close();
  expect([nodes.has(ME), prolong.mock.calls.length]).toEqual([false, 0]);
});
