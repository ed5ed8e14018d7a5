import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { Db } from './db.ts';
import type { Tables } from './schema.ts';

/** How often a transaction is tried that others get in the way of. */
const TRIES = 20;

/** A transaction that met another: of what it read, something has changed, or each waits for the other. */
const COLLISIONS = new Set(['40001', '40P01']);
const Failed = z.object({ code: z.string(), constraint: z.string().optional() });

/**
 * Does the work in one transaction, as if nobody else worked meanwhile. SQLite lets one in at a time. PostgreSQL notices
 * when two get in each other’s way: then the work is done anew, so it must change nothing but the database.
 */
export async function inTransaction<T>(
  db: Pick<Db, 'transaction'>,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await db.transaction().setIsolationLevel('serializable').execute(work);
    } catch (error) {
      if (tried === TRIES || !hasCollided(error)) throw error;
    }
  }
}

/** Two rows for the same place at the end of the audit are a collision too: nobody chooses that number. */
function hasCollided(error: unknown): boolean {
  const { data: failed } = Failed.safeParse(error);
  return failed !== undefined && (COLLISIONS.has(failed.code) || failed.constraint === 'audit_pkey');
}
