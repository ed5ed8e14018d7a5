import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from './db.ts';
import { engineOf } from './engineOf.ts';
import { BUSY_TIMEOUT_MS } from './openSqlite.ts';

const TRIES = 20;
const PAUSE_MS = 100;

/** The tables whose former rows could open what was erased. They are small: one row for each family or session. */
const TABLES_OF_KEYS = sql`family_keys, recordings`;

/**
 * Removes from the database's files what was overwritten or deleted. In SQLite, its pages are zeros by then, and the
 * write-ahead log is written into the file and emptied. In PostgreSQL, the tables of keys are written anew; their former
 * rows stay in its own write-ahead log and archives, for as long as its operator keeps those. Somebody who reads or writes
 * can be in the way: then it is tried again for two seconds. Resolves to whether it was done; otherwise the next time
 * does it.
 */
export async function wipeFormerRows(db: Db): Promise<boolean> {
  const wipe = engineOf(db) === 'sqlite' ? checkpoint : writeAnew;
  for (let tried = 1; !(await wipe(db)); tried += 1) {
    if (tried === TRIES) return false;
    await setTimeout(PAUSE_MS);
  }
  return true;
}

/** Does not wait for other processes within SQLite, which would stop this whole process. */
async function checkpoint(db: Db): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    await sql`pragma busy_timeout = 0`.execute(connection);
    try {
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection);
      return rows[0]?.busy === 0;
    } finally {
      await sql`pragma busy_timeout = ${sql.lit(BUSY_TIMEOUT_MS)}`.execute(connection);
    }
  });
}

/** Sets no limit of its own to how long it waits: readers of these tables are done within a few ms. */
async function writeAnew(db: Db): Promise<boolean> {
  await sql`vacuum (full) ${TABLES_OF_KEYS}`.execute(db);
  return true;
}
