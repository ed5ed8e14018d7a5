import SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { OnTrouble, OpenDatabase } from './db.ts';
import type { Tables } from './schema.ts';
import { createStoreHealth } from './storeHealth.ts';
import { DurableSqlite } from './durableSqlite.ts';

/** Older versions can corrupt a write-ahead log. */
const LEAST_SQLITE_VERSION = [3, 51, 3];

/** How long a statement waits for another process that writes. */
export const BUSY_TIMEOUT_MS = 5_000;

/** What must fit before a store that failed counts as healthy again. */
const ROOM_BYTES = 65_536;

/** Pragmas as they are set, and as SQLite reports them. */
const DURABLE = [
  { pragma: 'journal_mode', set: 'WAL', readBack: 'wal' },
  { pragma: 'synchronous', set: 'FULL', readBack: 2 },
  { pragma: 'foreign_keys', set: 'ON', readBack: 1 },
  { pragma: 'mmap_size', set: '0', readBack: 0 },
  // Deleted content is overwritten with zeros, above all the keys of erased recordings.
  { pragma: 'secure_delete', set: 'ON', readBack: 1 },
];

/**
 * Opens or creates an SQLite file for this process only. The settings that keep a written fact through a power cut are
 * set at every open and read back, because a file in WAL mode silently reopens at `synchronous=NORMAL`. Throws if
 * SQLite is too old or does not accept a setting.
 */
export function openSqlite(file: string, onTrouble: OnTrouble): OpenDatabase {
  const sqlite = new SqliteDatabase(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    assertVersion(sqlite);
    setDurable(sqlite);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  const health = createStoreHealth({ tryToSave: () => tryRoom(sqlite), onChange: onTrouble });
  const db = new Kysely<Tables>({ dialect: new DurableSqlite(sqlite, health) });
  return {
    db,
    health,
    async close() {
      await db.destroy();
      // Kysely does not open a file before the first query.
      if (sqlite.open) sqlite.close();
    },
  };
}

/** Writes more than any command does, or throws. Overwriting an existing page would prove nothing. */
function tryRoom(sqlite: SqliteDatabase.Database) {
  if (sqlite.inTransaction) throw new Error('Something else is being saved at this moment.');
  sqlite.exec(`
    drop table if exists room_to_save;
    create table room_to_save as select zeroblob(${ROOM_BYTES}) as room;
    drop table room_to_save;
  `);
}

function assertVersion(sqlite: SqliteDatabase.Database) {
  const version = String(sqlite.prepare('select sqlite_version()').pluck().get());
  if (isOlder(version.split('.').map(Number), LEAST_SQLITE_VERSION)) {
    throw new Error(`SQLite ${version} is too old: ${LEAST_SQLITE_VERSION.join('.')} or newer is needed.`);
  }
}

/** Whether the first of two version numbers is the lower one. */
export function isOlder(version: readonly number[], least: readonly number[]): boolean {
  const differing = least.findIndex((part, index) => part !== (version[index] ?? 0));
  return differing !== -1 && (version[differing] ?? 0) < (least[differing] ?? 0);
}

function setDurable(sqlite: SqliteDatabase.Database) {
  for (const { pragma, set, readBack } of DURABLE) {
    sqlite.pragma(`${pragma} = ${set}`);
    const value = sqlite.pragma(pragma, { simple: true });
    if (value !== readBack) throw new Error(`SQLite did not take ${pragma} = ${set}: it says ${String(value)}.`);
  }
}
