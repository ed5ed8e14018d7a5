import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from './openDatabase.ts';
import { isOlder } from './openSqlite.ts';
import { aDatabaseFile } from './testing/aDatabase.ts';

async function pragma(db: ReturnType<typeof openDatabase>['db'], name: string) {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
  return Object.values(rows[0] ?? {})[0];
}

test('a file that is opened again is as durable as before', async () => {
  const file = aDatabaseFile();
  const first = openDatabase(file);
  await sql`create table kept (word text)`.execute(first.db);
  await first.close();

  const { db, close } = openDatabase(file);
  onTestFinished(close);
  expect(await pragma(db, 'journal_mode')).toBe('wal');
  expect(await pragma(db, 'synchronous')).toBe(2);
  expect(await pragma(db, 'foreign_keys')).toBe(1);
});

test('a transaction that reads before it writes cannot be overtaken by another process', async () => {
  const file = aDatabaseFile();
  const [one, other] = [openDatabase(file), openDatabase(file)];
  for (const { close } of [one, other]) onTestFinished(close);
  await sql`create table numbers (value integer)`.execute(one.db);
  await sql`pragma busy_timeout = 0`.execute(other.db);
  await one.db.transaction().execute(async (transaction) => {
    await sql`select * from numbers`.execute(transaction);
    await expect(sql`insert into numbers values (1)`.execute(other.db)).rejects.toThrow(/locked/);
    await sql`insert into numbers values (2)`.execute(transaction);
  });
  await sql`insert into numbers values (3)`.execute(other.db);
  const { rows } = await sql`select value from numbers`.execute(one.db);
  expect(rows).toEqual([{ value: 2 }, { value: 3 }]);
});

test('a store that cannot keep a write-ahead log is refused', () => {
  expect(() => openDatabase(':memory:')).toThrow(/journal_mode/);
});

test('closing twice, or without a single query, does no harm', async () => {
  const { close } = openDatabase(aDatabaseFile());
  await close();
  await expect(close()).resolves.toBeUndefined();
});

test.for([
  [[3, 51, 2], true],
  [[3, 51, 3], false],
  [[3, 52, 0], false],
  [[3, 9, 9], true],
  [[4], false],
] as const)('SQLite %j is too old: %s', ([version, older]) => {
  expect(isOlder(version, [3, 51, 3])).toBe(older);
});
