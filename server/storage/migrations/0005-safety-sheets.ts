import type { Kysely } from 'kysely';

/** How to reach each family, in one row that is overwritten, because nobody needs outdated contacts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('safety_sheets')
    .addColumn('family_id', 'text', (column) => column.primaryKey().references('families.family_id'))
    .addColumn('sheet', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
}
