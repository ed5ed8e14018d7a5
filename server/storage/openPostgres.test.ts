import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { inTransaction } from './inTransaction.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './openDatabase.ts';
import { createSqlAccessChanges } from './accessChanges.ts';
import type { Db } from './db.ts';
import { createSqlAuditLog } from './sqlAuditLog.ts';
import { DATED_READING } from '#server/audit/testing/aReading.ts';
import type { StoreTrouble } from './storeFault.ts';
import { anAccount } from './testing/records.ts';
import { type Postgres, startPostgres } from './testing/startPostgres.ts';

let server: Postgres;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function aClinic() {
  const name = `clinic_${randomUUID().replaceAll('-', '')}`;
  const admin = openDatabase(`${server.url}/postgres`);
  await sql`create database ${sql.id(name)}`.execute(admin.db);
  await admin.close();
  const told: (StoreTrouble | undefined)[] = [];
  const store = openDatabase(`${server.url}/${name}`, (fault) => told.push(fault?.trouble));
  onTestFinished(store.close);
  await migrate(store.db);
  return { ...server, ...store, told };
}

describe('a PostgreSQL database', () => {
  test('that goes away is a fault of the store, said once; when it is back, everything goes on', async () => {
    const { db, health, told, pause, goOn } = await aClinic();
    const log = createSqlAuditLog(db);
    await log.append([DATED_READING]);
    await pause();
    for (let times = 0; times < 3; times += 1) {
      await expect(log.append([DATED_READING])).rejects.toThrow(/its database does not answer/);
    }
    expect(health.trouble()).toBe('unreachable');
    expect(told).toEqual(['unreachable']);

    await goOn();
    await expect.poll(() => health.trouble(), { timeout: 20_000 }).toBeUndefined();
    await log.append([DATED_READING]);
    expect((await log.head()).seq).toBe(2);
    expect(told).toEqual(['unreachable', undefined]);
  });

  test('that ends a connection in the middle of a transaction has written nothing of it', async () => {
    const { db } = await aClinic();
    const broken = inTransaction(db, async (transaction) => {
      await sql`insert into retention_runs values ('2026-03-02', 'now')`.execute(transaction);
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db);
      await setTimeout(100);
      await sql`select 1`.execute(transaction);
    });
    await expect(broken).rejects.toThrow(/its database does not answer/);
    expect(await db.selectFrom('retention_runs').selectAll().execute()).toEqual([]);
  });

  test('does two transactions that get in each other’s way as if one came after the other', async () => {
    const { db } = await aClinic();
    await sql`create table counted (value integer)`.execute(db);
    await sql`insert into counted values (0)`.execute(db);
    const addOne = () =>
      inTransaction(db, async (transaction) => {
        const { rows } = await sql<{ value: number }>`select value from counted`.execute(transaction);
        await sql`update counted set value = ${(rows[0]?.value ?? 0) + 1}`.execute(transaction);
      });
    await Promise.all(Array.from({ length: 8 }, addOne));
    const { rows } = await sql`select value from counted`.execute(db);
    expect(rows).toEqual([{ value: 8 }]);
  });

  test('keeps one chain of the audit, however many write to it at the same moment', async () => {
    const { db } = await aClinic();
    const log = createSqlAuditLog(db);
    await Promise.all(Array.from({ length: 8 }, () => log.append([DATED_READING, DATED_READING])));
    expect((await log.head()).seq).toBe(16);
  });

  test('[PER7] numbers changes of access in the order in which they were made durable', async () => {
    const { db } = await aClinic();
    const [first, second] = [await anAccount(db), await anAccount(db)];
    const changes = createSqlAccessChanges(db);
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const slow = db.transaction().execute(async (transaction) => {
      await deactivate(transaction, first.userId);
      await finished;
    });
    await expect.poll(() => waitingLocks(db, true)).toBe(1);
    const quick = deactivate(db, second.userId);
    await expect.poll(() => waitingLocks(db, false)).toBe(1);
    expect(await changes.latest()).toBe(0);
    finish();
    await Promise.all([slow, quick]);
    expect(await changes.between(0, 1)).toEqual([`person ${first.userId}`]);
    expect(await changes.between(1, 2)).toEqual([`person ${second.userId}`]);
  });
});

async function deactivate(db: Pick<Db, 'updateTable'>, id: ParticipantId): Promise<void> {
  await db.updateTable('auth_user').set({ deactivated: 1 }).where('id', '=', id).execute();
}

async function waitingLocks(db: Db, granted: boolean): Promise<number> {
  const { rows } = await sql`select 1 from pg_locks where locktype = 'advisory' and granted = ${granted}`.execute(db);
  return rows.length;
}
