import type { Kysely } from 'kysely';

/**
 * What lists say of each family's course, so that they need not fold its record: derived from it. `basis` says from what,
 * and `as_of` is the clinic's day.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('course_overviews')
    .addColumn('family_id', 'text', (column) => column.primaryKey().references('families.family_id'))
    .addColumn('as_of', 'text', (column) => column.notNull())
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('overview', 'blob', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('course_overviews_by_day').on('course_overviews').column('as_of').execute();
}
