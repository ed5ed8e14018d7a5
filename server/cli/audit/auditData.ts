import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { dataFolderOf } from '#server/config/config.ts';
import { isMigrated } from '#server/storage/migrate.ts';
import { type Db, openDatabase } from '#server/storage/openDatabase.ts';

type AuditData = { readonly db: Db; readonly close: () => Promise<void> };

/** The database with the audit, whether or not a server runs on it. It needs no key, because the audit contains no words. */
export async function openAuditData(env: NodeJS.ProcessEnv): Promise<Reply<AuditData>> {
  const folder = dataFolderOf(env);
  const file = join(folder, 'earshot.sqlite');
  if (!existsSync(file))
    return fail('not-found', `There is no clinic in ${folder}. Set EARSHOT_DATA to its data folder.`);
  const { db, close } = openDatabase(file);
  if (await isMigrated(db)) return ok({ db, close });
  await close();
  return fail('not-now', 'The database is of an earlier version. Start the server first: it upgrades the database.');
}
