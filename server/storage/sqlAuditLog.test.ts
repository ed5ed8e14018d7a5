import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { DatedEntry } from '#server/audit/auditLog.ts';
import { DATED_READING } from '#server/audit/testing/aReading.ts';
import { createSqlAuditLog } from './sqlAuditLog.ts';
import { engineOf } from './engineOf.ts';
import { openDatabase } from './openDatabase.ts';
import { aDatabase, aDatabasePlace } from './testing/aDatabase.ts';

test('[ADT3] the database refuses to change, remove, replace or skip a row of the audit', async () => {
  const db = await aDatabase();
  const log = createSqlAuditLog(db);
  await log.append([DATED_READING, DATED_READING, DATED_READING]);
  const columns = sql`at, actor, kind, what, outcome, hash`;
  const inSqlite = sql`insert or replace into audit (seq, ${columns}) select 2, ${columns} from audit where seq = 1`;
  for (const tampering of [
    ...(engineOf(db) === 'sqlite' ? [inSqlite] : []),
    sql`update audit set actor_id = 'ada' where seq = 2`,
    sql`update audit set seq = 9 where seq = 3`,
    sql`delete from audit where seq = 3`,
    sql`delete from audit`,
    sql`insert into audit (seq, ${columns}) select 2, ${columns} from audit where seq = 1
        on conflict (seq) do update set what = excluded.what`,
    sql`insert into audit (seq, ${columns}) select 5, ${columns} from audit where seq = 1`,
    sql`insert into audit (seq, ${columns}) select 0, ${columns} from audit where seq = 1`,
  ]) {
    await expect(tampering.execute(db)).rejects.toThrow(/audit only grows/);
  }
  expect((await log.head()).seq).toBe(3);
});

test('[ADT3] rows that the server and a command add in turn are one chain', async () => {
  const place = await aDatabasePlace();
  const logs = [];
  for (const { db, close } of [openDatabase(place), openDatabase(place)]) {
    onTestFinished(close);
    logs.push(createSqlAuditLog(db));
  }
  const [one, other] = logs;
  for (let times = 0; times < 5; times += 1) {
    await one?.append([DATED_READING, DATED_READING]);
    await other?.append(Array<DatedEntry>(150).fill(DATED_READING));
  }
  expect((await one?.head())?.seq).toBe(5 * 152);
  expect(await other?.head()).toEqual(await one?.head());
});
