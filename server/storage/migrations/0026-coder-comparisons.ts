import type { Kysely } from 'kysely';

/**
 * Each comparison of two coders in a row of its own, so that a coder's are found without reading every session. The next start
 * derives them from the logs. `shown_to` are the ids of those who may see the row, each between spaces.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('coder_comparisons')
    .addColumn('session_id', 'text', (column) => column.notNull().references('coaching_sessions.session_id'))
    .addColumn('comparison_id', 'text', (column) => column.notNull())
    .addColumn('coder_id', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('shown_to', 'text', (column) => column.notNull())
    .addColumn('compared', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('coder_comparisons_key', ['session_id', 'comparison_id'])
    .execute();
  await db.schema
    .createIndex('coder_comparisons_by_coder')
    .on('coder_comparisons')
    .columns(['coder_id', 'started_at', 'comparison_id'])
    .execute();
  await db.schema.alterTable('session_models').dropColumn('compared').execute();
}
