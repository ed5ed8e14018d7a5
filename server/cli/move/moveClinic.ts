import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { copyTables } from '#server/storage/copyTables.ts';
import type { Db } from '#server/storage/db.ts';
import { migrate } from '#server/storage/migrate.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { isSealed } from '#server/storage/sealExisting.ts';

const NOT_EMPTY = fail('not-now', 'The database has a clinic already. Name an empty one in DATABASE_URL.');
const NOT_SEALED = fail(
  'not-now',
  'The file is of an earlier version. Start the server once without DATABASE_URL: it upgrades the file.',
);

/** Copies a clinic from one place to an empty one, and says for each table how many rows that were. */
export async function moveClinic(
  from: string,
  to: string,
  say: (line: string) => void,
): Promise<Reply<{ readonly rows: number }>> {
  await using opened = new AsyncDisposableStack();
  const [source, target] = [openDatabase(from), openDatabase(to)];
  for (const { close } of [source, target]) opened.defer(close);
  await migrate(source.db);
  if (!(await isSealed(source.db))) return NOT_SEALED;
  await migrate(target.db);
  if (!(await isEmpty(target.db))) return NOT_EMPTY;
  const rows = await copyTables(source.db, target.db, (table, count) => {
    if (count > 0) say(`${table}: ${count}`);
  });
  return ok({ rows });
}

async function isEmpty(db: Db): Promise<boolean> {
  return (await db.selectFrom('auth_user').select('id').limit(1).execute()).length === 0;
}
