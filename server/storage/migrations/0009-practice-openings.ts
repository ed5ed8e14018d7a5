import type { Kysely } from 'kysely';

/**
 * Attempts at practice clips that were opened and not submitted yet. For submitted attempts: when they were opened, and
 * whether the clip could have been watched to its end. Earlier attempts have neither.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('practice_openings')
    .addColumn('attempt_id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('auth_user.id'))
    .addColumn('clip_id', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('practice_openings_by_time').on('practice_openings').column('opened_at').execute();
  await db.schema.alterTable('practice_attempts').addColumn('opened_at', 'text').execute();
  await db.schema.alterTable('practice_attempts').addColumn('watched', 'text').execute();
}
