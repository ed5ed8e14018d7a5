import type { Kysely } from 'kysely';

/** What staff coded in practice clips, one row for each attempt. A row is never changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('practice_attempts')
    .addColumn('place', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('attempt_id', 'text', (column) => column.notNull().unique())
    .addColumn('user_id', 'text', (column) => column.notNull().references('auth_user.id'))
    .addColumn('clip_id', 'text', (column) => column.notNull())
    .addColumn('programme', 'text', (column) => column.notNull())
    .addColumn('programme_version', 'text', (column) => column.notNull())
    .addColumn('treatment_phase', 'text', (column) => column.notNull())
    .addColumn('coded_at', 'text', (column) => column.notNull())
    .addColumn('given', 'text', (column) => column.notNull())
    .addColumn('score', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('practice_attempts_by_user')
    .on('practice_attempts')
    .columns(['user_id', 'place'])
    .execute();
}
