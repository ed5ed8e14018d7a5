import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { BUSY_TIMEOUT_MS, type Db } from './openDatabase.ts';

const TRIES = 20;
const PAUSE_MS = 100;

/**
 * Writes the write-ahead log into the database and empties it, so that no file contains what was overwritten. Another
 * process that is reading or writing can be in the way: then it is tried again for two seconds. Resolves to whether the
 * log is empty; otherwise the next checkpoint empties it.
 */
export async function emptyWriteAheadLog(db: Db): Promise<boolean> {
  for (let tried = 1; !(await checkpoint(db)); tried += 1) {
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
