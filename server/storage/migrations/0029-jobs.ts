import type { Kysely } from 'kysely';

/** Work that was asked for and is not done. It outlives the server that does it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('jobs')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('holder', 'text')
    .addColumn('share', 'double precision', (column) => column.notNull())
    .addColumn('failed', 'text')
    .addPrimaryKeyConstraint('jobs_key', ['kind', 'key'])
    .execute();
}
