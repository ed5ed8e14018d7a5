import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { dataFolderOf } from '#server/config/config.ts';
import { isMigrated } from '#server/storage/migrate.ts';
import { type Db, openDatabase } from '#server/storage/openDatabase.ts';

type Data = { readonly folder: string; readonly db: Db; readonly close: () => Promise<void> };

/** The clinic's database for commands that read nothing about families, whether or not a server runs on it. */
export async function openWithoutKeys(env: NodeJS.ProcessEnv): Promise<Reply<Data>> {
  const folder = dataFolderOf(env);
  const file = join(folder, 'earshot.sqlite');
  if (!existsSync(file))
    return fail('not-found', `There is no clinic in ${folder}. Set EARSHOT_DATA to its data folder.`);
  const { db, close } = openDatabase(file);
  if (await isMigrated(db)) return ok({ folder, db, close });
  await close();
  return fail('not-now', 'The database is of an earlier version. Start the server first: it upgrades the database.');
}
