import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#server/storage/db.ts';

/** What a refused request may write: that it was refused, and that somebody is there. */
const MAY_CHANGE = /^(audit|access_changes|sqlite_)/u;

/** A hash of every row of a database, to see whether anything changed. */
export async function allRows(db: Db): Promise<string> {
  const tables = await db.introspection.getTables();
  const hash = createHash('sha256');
  for (const { name } of tables.toSorted((one, other) => one.name.localeCompare(other.name))) {
    if (MAY_CHANGE.test(name)) continue;
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
    hash.update(JSON.stringify([name, rows.map((row) => ({ ...row, seenAt: null }))]));
  }
  return hash.digest('hex');
}
