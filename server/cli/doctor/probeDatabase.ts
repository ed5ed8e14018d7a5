import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { dataFolderOf } from '#server/config/config.ts';
import { notWritable } from '#server/start/holdDataFolder.ts';
import type { Finding } from './finding.ts';

const name = 'Database';
/** SQLite's number for `synchronous = FULL`: a commit is on the disk before it is acknowledged. */
const FULL = 2;

/** Writes to a separate database in the data folder, so that the real one is not touched. */
export async function probeDatabase(env: NodeJS.ProcessEnv): Promise<Finding> {
  const folder = dataFolderOf(env);
  try {
    mkdirSync(folder, { recursive: true });
    const sqlite = tryOut(folder);
    return { name, state: 'good', found: `SQLite ${sqlite}, ${folder} is writable` };
  } catch (error) {
    return { name, state: 'missing', ...notWritable(folder, error) };
  }
}

function tryOut(folder: string): string {
  const own = mkdtempSync(join(folder, 'doctor-'));
  try {
    const database = new Database(join(own, 'trial.sqlite'));
    try {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      if (database.pragma('synchronous', { simple: true }) !== FULL) throw new Error('synchronous = FULL is refused');
      database.exec('create table trial (at text); insert into trial values (1);');
      return String(database.prepare('select sqlite_version()').pluck().get());
    } finally {
      database.close();
    }
  } finally {
    rmSync(own, { recursive: true });
  }
}
