import { z } from 'zod';

/** What a database reports when two writers collide. */
const CONFLICTS = ['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE', '23505', '40001'];
const Coded = z.object({ code: z.string() });

export function isConflict(error: unknown): boolean {
  const coded = Coded.safeParse(error);
  return coded.success && CONFLICTS.includes(coded.data.code);
}
