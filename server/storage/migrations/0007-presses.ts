import { sql, type Kysely } from 'kysely';

/**
 * A press is identified by its id and no longer by a place in its window's outbox. SQLite cannot drop a column of a
 * constraint, so the table is made again. Older codes have their own ids.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('session_facts_anew')
    .addColumn('session_id', 'text', (column) => column.notNull().references('coaching_sessions.session_id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('fact', 'text', (column) => column.notNull())
    .addColumn('press_id', 'text')
    .addPrimaryKeyConstraint('session_facts_anew_pk', ['session_id', 'seq'])
    .addUniqueConstraint('session_facts_press', ['session_id', 'press_id'])
    .execute();
  await sql`
    insert into session_facts_anew (session_id, seq, at, type, fact)
    select session_id, seq, at, type, fact from session_facts
  `.execute(db);
  await db.schema.dropTable('session_facts').execute();
  await db.schema.alterTable('session_facts_anew').renameTo('session_facts').execute();
}
