import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { ConfigError } from '#server/config/config.ts';
import { inOneText, type Obstacle } from './obstacle.ts';

const FILE = 'server.lock';

/** A server that was just stopped may need a moment to let go. */
const WAIT_MS = 1_000;

/**
 * Makes the data folder where there is none, and this process the only server on it. Returns how to let go (safe to call
 * twice). What holds the folder is an SQLite transaction that never ends, thus a lock of the operating system: a process
 * that dies lets go, however it dies, and children do not inherit it. Commands of the terminal do not ask for it, and run
 * beside a server. Throws `ConfigError` where another server has the folder, or nothing can be written into it.
 */
export function holdDataFolder(folder: string): () => void {
  const lock = openLock(folder);
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    throw isBusy(error) ? new ConfigError(inOneText(heldElsewhere(folder))) : error;
  }
  return () => void lock.close();
}

function openLock(folder: string): SqliteDatabase.Database {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return new SqliteDatabase(join(folder, FILE), { timeout: WAIT_MS });
  } catch (error) {
    throw new ConfigError(inOneText(notWritable(folder, error)));
  }
}

/** Whether a server has this data folder. Leaves the folder as it is. */
export function isFolderHeld(folder: string): boolean {
  const file = join(folder, FILE);
  if (!existsSync(file)) return false;
  const lock = new SqliteDatabase(file, { readonly: true, timeout: 0 });
  try {
    lock.prepare('select count(*) from sqlite_schema').get();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    lock.close();
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY');

export const heldElsewhere = (folder: string): Obstacle => ({
  found: `Another Earshot server uses the data folder ${folder}`,
  advice:
    'Stop that server, or name another folder in EARSHOT_DATA. Two servers on one folder would spoil its sessions.',
});

export const notWritable = (folder: string, error: unknown): Obstacle => ({
  found: `Nothing can be written into the data folder ${folder} (${error instanceof Error ? error.message : String(error)})`,
  advice: 'Make the folder writable, or name another in EARSHOT_DATA.',
});
