import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { isOlder, openDatabase } from './openDatabase.ts';
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
