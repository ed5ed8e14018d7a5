import { z } from 'zod';

/** What SQLite reports when two writers collide: a key that exists, or a snapshot that is no longer the newest. */
const CONFLICTS = [
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_BUSY_SNAPSHOT',
  '23505',
  '40001',
];
const Coded = z.object({ code: z.string() });

export function isConflict(error: unknown): boolean {
  const coded = Coded.safeParse(error);
  return coded.success && CONFLICTS.includes(coded.data.code);
}
