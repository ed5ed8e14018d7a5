import type { Kysely } from 'kysely';

/**
 * Requests to erase families, and what stays of those that were erased: ids, moments, a reason from a list and counts.
 * Legal holds prevent erasures. None of these refers to a family's row, which is gone afterwards.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('erasures')
    .addColumn('place', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('family_id', 'text', (column) => column.notNull().unique())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('asked_by', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('confirmed_by', 'text')
    .addColumn('begun_at', 'text')
    .addColumn('finished_at', 'text')
    .addColumn('counts', 'text')
    .execute();
  await db.schema
    .createTable('erased_sessions')
    .addColumn('session_id', 'text', (column) => column.primaryKey())
    .execute();
  await db.schema
    .createTable('legal_holds')
    .addColumn('place', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('family_id', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('set_by', 'text', (column) => column.notNull())
    .addColumn('set_at', 'text', (column) => column.notNull())
    .addColumn('lifted_by', 'text')
    .addColumn('lifted_at', 'text')
    .addColumn('end_reason', 'text')
    .execute();
  await db.schema.createIndex('legal_holds_family').on('legal_holds').column('family_id').execute();
}
