import type { Kysely } from 'kysely';

/** The facts of long sessions once more, a thousand in a row, and the state that they fold into: to wake them sooner. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('session_fact_pages')
    .addColumn('session_id', 'text', (column) => column.notNull().references('coaching_sessions.session_id'))
    .addColumn('from_seq', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('facts', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('session_fact_pages_key', ['session_id', 'from_seq'])
    .execute();
  await db.schema
    .createTable('session_states')
    .addColumn('session_id', 'text', (column) => column.primaryKey().references('coaching_sessions.session_id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'blob', (column) => column.notNull())
    .execute();
}
