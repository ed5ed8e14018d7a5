import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { holdDatabase } from './holdDatabase.ts';
import { NodeId } from './leases.ts';
import { type Postgres, startPostgres } from './testing/startPostgres.ts';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const aNodeId = () => NodeId.parse(randomUUID());

function aServer() {
  const taken = vi.fn<() => void>();
  const callAfter = vi.fn<(ms: number, callback: () => void) => () => void>(() => () => undefined);
  const hold = async (holder: Parameters<typeof holdDatabase>[1] = 'alone') => {
    const release = await holdDatabase(`${postgres.url}/postgres`, holder, { callAfter, onTaken: taken });
    if (release) onTestFinished(release);
    return release;
  };
  /** The database is gone, and comes back. Returns what the server does next. */
  async function goneAndBack() {
    await postgres.pause();
    await vi.waitFor(() => expect(callAfter).toHaveBeenCalledOnce());
    await postgres.goOn();
    return callAfter.mock.calls[0]![1];
  }
  async function locks(): Promise<number> {
    const client = new Client({ connectionString: `${postgres.url}/postgres` });
    await client.connect();
    const { rowCount } = await client.query("select 1 from pg_locks where locktype = 'advisory' and granted");
    await client.end();
    return rowCount ?? 0;
  }
  return { hold, goneAndBack, locks, taken };
}

test('one server has a database, and the next one may have it when the first has stopped', async () => {
  const { hold } = aServer();
  const release = await hold();
  expect(await hold()).toBeUndefined();
  await release?.();
  expect(await hold()).toBeDefined();
});

test('several nodes have a database together, and no server that is alone beside them', async () => {
  const { hold } = aServer();
  const [one, other] = [await hold(aNodeId()), await hold(aNodeId())];
  expect([one, other]).toEqual([expect.any(Function), expect.any(Function)]);
  await one?.();
  expect(await hold()).toBeUndefined();
  await other?.();
  expect(await hold()).toBeDefined();
  expect(await hold(aNodeId())).toBeUndefined();
});

test('a server whose database was gone has it again when it is back', async () => {
  const { hold, goneAndBack, locks, taken } = aServer();
  await hold();
  const again = await goneAndBack();
  expect(await locks()).toBe(0);
  again();
  await vi.waitFor(async () => expect(await locks()).toBe(1));
  expect(await hold()).toBeUndefined();
  expect(taken).not.toHaveBeenCalled();
});

test('a server whose database was gone, and which another one has now, is told so', async () => {
  const { hold, goneAndBack, taken } = aServer();
  await hold();
  const again = await goneAndBack();
  expect(await hold()).toBeDefined();
  again();
  await vi.waitFor(() => expect(taken).toHaveBeenCalledOnce());
});
