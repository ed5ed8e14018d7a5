import SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import type { StoreFault } from './storeFault.ts';
import { createStoreHealth, type StoreHealth } from './storeHealth.ts';
import { WatchedDialect } from './watchedDialect.ts';

export type Db = Kysely<Tables>;

/** An open database. `close` is safe to call twice. */
type OpenDatabase = { readonly db: Db; readonly health: StoreHealth; readonly close: () => Promise<void> };

/** Older versions can corrupt a write-ahead log. */
const LEAST_SQLITE_VERSION = [3, 51, 3];

/** What must fit before a store that was in trouble is called well again. */
const ROOM_BYTES = 65_536;

/** Pragmas as they are set, and as SQLite says them back. */
const DURABLE = [
  { pragma: 'journal_mode', set: 'WAL', readBack: 'wal' },
  { pragma: 'synchronous', set: 'FULL', readBack: 2 },
  { pragma: 'foreign_keys', set: 'ON', readBack: 1 },
  { pragma: 'mmap_size', set: '0', readBack: 0 },
  // What is deleted is overwritten with zeros, above all the keys of destroyed recordings.
  { pragma: 'secure_delete', set: 'ON', readBack: 1 },
];

/**
 * Opens (or makes) an SQLite file for this process alone. What keeps a written fact through a power cut is set on every
 * open and read back, because a file in WAL mode silently reopens at `synchronous=NORMAL`.
 * Throws where SQLite is too old or does not take a setting. `onTrouble` hears when the disk below it stops taking what
 * is written, and with nothing when it takes it again.
 */
export function openDatabase(
  file: string,
  onTrouble: (fault: StoreFault | undefined) => void = () => undefined,
): OpenDatabase {
  const sqlite = new SqliteDatabase(file);
  try {
    assertVersion(sqlite);
    setDurable(sqlite);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  const tryToSave = () => tryRoom(sqlite);
  const health = createStoreHealth({ tryToSave, onChange: onTrouble });
  const db = new Kysely<Tables>({ dialect: new WatchedDialect(sqlite, health) });
  return {
    db,
    health,
    async close() {
      await db.destroy();
      // Kysely leaves a file alone that it never ran a query on.
      if (sqlite.open) sqlite.close();
    },
  };
}

/** Writes more than any command does, and throws where there is no room for it: a page that is written over proves none. */
function tryRoom(sqlite: SqliteDatabase.Database) {
  if (sqlite.inTransaction) throw new Error('Something is being saved at this moment.');
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
