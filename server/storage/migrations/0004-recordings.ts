import type { Kysely } from 'kysely';

/** Keys of recordings, encrypted by the clinic's. An erased key leaves its row, so that no other follows it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('recordings')
    .addColumn('session_id', 'text', (column) => column.primaryKey().references('coaching_sessions.session_id'))
    .addColumn('wrapped_key', 'text')
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('destroyed_at', 'text')
    .execute();
}
