import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import { holdDatabase } from '#server/storage/holdDatabase.ts';
import { NodeId } from '#server/storage/leases.ts';
import { createSqlLeases } from '#server/storage/sqlLeases.ts';
import { aDatabase, aDatabasePlace } from '#server/storage/testing/aDatabase.ts';
import { aWorker } from './testing/aWorker.ts';

async function twoNodes() {
  const place = await aDatabasePlace();
  const db = await aDatabase(place);
  async function aNode(asked: number) {
    const nodeId = NodeId.parse(randomUUID());
    const kill = await holdDatabase(place, nodeId, { callAfter: () => () => undefined, onTaken: () => undefined });
    if (kill === undefined) throw new Error('The database is held.');
    onTestFinished(kill);
    await createSqlLeases(db).addNode(nodeId, 'http://10.0.0.1:3000');
    const worker = aWorker(db, nodeId, asked);
    worker.start();
    return { ...worker, kill };
  }
  return [await aNode(0), await aNode(1_000_000)] as const;
}

const until = (seen: () => unknown, what: unknown) =>
  vi.waitFor(async () => expect(await seen()).toEqual(what), { timeout: 30_000 });

test('two nodes share the work: each piece is done by one, and both see how far it is', async () => {
  const [one, other] = await twoNodes();
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  await Promise.all(keys.flatMap((key) => [one.jobs.ask('speech', key), other.jobs.ask('speech', key)]));
  await until(() => [one.begun.length, other.begun.length], [1, 1]);
  one.begun[0]?.tell(0.5);
  await until(() => other.jobs.find('speech', one.begun[0]?.key ?? ''), { is: 'running', share: 0.5 });
  const doAll = async () => {
    for (const { end } of [...one.begun, ...other.begun]) end();
    for (const key of keys) expect(await one.jobs.find('speech', key)).toBeUndefined();
  };
  await vi.waitFor(doAll, { timeout: 30_000 });
  expect([...one.begun, ...other.begun].map(({ key }) => key).toSorted()).toEqual(keys);
  expect([...one.faults, ...other.faults]).toEqual([]);
});

test('the work of a node that is killed goes to another, and that of one that is alive does not', async () => {
  const [first, second] = await twoNodes();
  await first.jobs.ask('speech', 'a');
  // Whichever looked first.
  await until(() => first.begun.length + second.begun.length, 1);
  const [one, other] = first.begun.length === 1 ? [first, second] : [second, first];
  other.look();
  await other.jobs.ask('speech', 'b');
  await until(() => other.begun.map(({ key }) => key), ['b']);
  other.begun[0]?.end();
  await one.kill();
  other.look();
  await until(() => other.begun.map(({ key }) => key), ['b', 'a']);
});
