import type { Kysely } from 'kysely';

/**
 * What lists, cards, trends and gates need of each session, so that they need not fold its log: derived from the log, and
 * written together with its facts. What names somebody is encrypted; what is sorted and counted by is not.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('session_models')
    .addColumn('session_id', 'text', (column) => column.primaryKey().references('coaching_sessions.session_id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'text')
    .addColumn('signed_off_at', 'text')
    .addColumn('digest', 'blob')
    .addColumn('compared', 'blob')
    .addColumn('report', 'blob')
    .execute();
}
