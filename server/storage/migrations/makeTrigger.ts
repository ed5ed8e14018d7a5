import { sql, type Kysely } from 'kysely';
import { engineOf } from '../engineOf.ts';

type Trigger = {
  readonly name: string;
  /** Such as `after delete on "devices"`. */
  readonly event: string;
  /** When it does so, for `old` and `new`. Default: always. */
  readonly when?: string;
  /** Statements that both engines understand, each with its semicolon. */
  readonly does: string;
};

/** The number of the lock of triggers. `holdDatabase` takes another one. */
const TRIGGERS = 1;

/**
 * Makes a trigger that runs once for each row. What triggers write is numbered in the order in which the transactions end,
 * so whoever has read up to a number misses nothing. SQLite has one writer at a time, so there it is so anyway.
 */
export async function makeTrigger<T>(db: Kysely<T>, { name, event, when, does }: Trigger): Promise<void> {
  const condition = when === undefined ? '' : `when (${when})`;
  if (engineOf(db) === 'sqlite') {
    await sql.raw(`create trigger "${name}" ${event} for each row ${condition} begin ${does} end`).execute(db);
    return;
  }
  const body = `begin perform pg_advisory_xact_lock(${TRIGGERS}); ${does} return null; end`;
  await sql.raw(`create function "${name}"() returns trigger language plpgsql as $$ ${body} $$`).execute(db);
  await sql.raw(`create trigger "${name}" ${event} for each row ${condition} execute function "${name}"()`).execute(db);
}
