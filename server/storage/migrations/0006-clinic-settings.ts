import type { Kysely } from 'kysely';

/** The clinic's settings, one row for each version. A row is never changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('clinic_settings')
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('telephone', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull().references('auth_user.id'))
    .addColumn('made_at', 'text', (column) => column.notNull())
    .execute();
}
