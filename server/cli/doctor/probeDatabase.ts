import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ConfigError, dataFolderOf, readConfig } from '#server/config/config.ts';
import { type DatabaseSetting, nameOfDatabase } from '#server/config/databaseSetting.ts';
import { placeOfDatabase } from '#server/config/placeOfDatabase.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { settingOf, unsafeSettings } from '#server/storage/postgresSettings.ts';
import { noAnswer } from '#server/start/openStore.ts';
import { notWritable } from '#server/start/holdDataFolder.ts';
import type { Finding } from './finding.ts';

const name = 'Database';
/** SQLite's number for `synchronous = FULL`: a commit is on the disk before it is acknowledged. */
const FULL = 2;

/** Writes to a separate database in the data folder, so that the real one is not touched, or asks PostgreSQL. */
export async function probeDatabase(env: NodeJS.ProcessEnv): Promise<Finding> {
  const set = databaseOf(env);
  if (set?.engine === 'postgres') return probePostgres(set);
  const folder = dataFolderOf(env);
  try {
    mkdirSync(folder, { recursive: true });
    const sqlite = tryOut(folder);
    return { name, state: 'good', found: `SQLite ${sqlite}, ${folder} is writable` };
  } catch (error) {
    return { name, state: 'missing', ...notWritable(folder, error) };
  }
}

/** Undefined if the settings are not valid, which another probe says. */
function databaseOf(env: NodeJS.ProcessEnv): DatabaseSetting | undefined {
  try {
    return readConfig(env).database;
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}

async function probePostgres(set: DatabaseSetting): Promise<Finding> {
  const { db, close } = openDatabase(placeOfDatabase(set));
  try {
    const unsafe = await unsafeSettings(db);
    const version = await settingOf(db, 'server_version');
    if (unsafe.length === 0) return { name, state: 'good', found: `PostgreSQL ${version}` };
    return {
      ...{ name, state: 'missing', found: `PostgreSQL ${version}, which may lose what it acknowledged` },
      advice: `Turn on ${unsafe.join(' and ')} in its configuration.`,
    };
  } catch {
    return { name, state: 'missing', ...noAnswer(nameOfDatabase(set)) };
  } finally {
    await close();
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
