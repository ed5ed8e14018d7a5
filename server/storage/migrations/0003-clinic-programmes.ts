import type { Kysely } from 'kysely';

/** A clinic's own copies of programmes, one row for each version. A row is never changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('clinic_programmes')
    .addColumn('clinic_programme_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('programme', 'text', (column) => column.notNull())
    .addColumn('programme_version', 'text', (column) => column.notNull())
    .addColumn('edits', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull().references('auth_user.id'))
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('clinic_programmes_pk', ['clinic_programme_id', 'version'])
    .execute();
}
