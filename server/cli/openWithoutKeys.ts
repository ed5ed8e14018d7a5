import { existsSync } from 'node:fs';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { ConfigError, readConfig } from '#server/config/config.ts';
import { placeOfDatabase } from '#server/config/placeOfDatabase.ts';
import type { Db } from '#server/storage/db.ts';
import { isMigrated } from '#server/storage/migrate.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { noClinicIn } from './openClinicData.ts';

type Data = { readonly folder: string; readonly db: Db; readonly close: () => Promise<void> };

/** The clinic's database for commands that read nothing about families, whether or not a server runs on it. */
export async function openWithoutKeys(env: NodeJS.ProcessEnv): Promise<Reply<Data>> {
  await using opened = new AsyncDisposableStack();
  try {
    const { dataFolder: folder, database } = readConfig(env);
    if (database.engine === 'sqlite' && !existsSync(database.file)) return fail('not-found', noClinicIn(folder));
    const { db, close } = openDatabase(placeOfDatabase(database));
    opened.defer(close);
    if (!(await isMigrated(db))) return IS_OLDER;
    const kept = opened.move();
    return ok({ folder, db, close: () => kept.disposeAsync() });
  } catch (error) {
    if (error instanceof ConfigError) return fail('invalid', error.message);
    throw error;
  }
}

const IS_OLDER = fail(
  'not-now',
  'The database is of an earlier version. Start the server first: it upgrades the database.',
);
