import { sql, type Kysely } from 'kysely';

/**
 * How long the clinic keeps what, as rows that never change; what will be erased because of its age and when; what somebody
 * keeps for longer; and the days on which the server checked. Days are the clinic's. Nothing here names anybody. A row with a
 * session is about its recording, one without is about the family's whole record.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('retention_rules')
    .addColumn('place', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('until_age', 'text')
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('retention_announcements')
    .addColumn('place', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('family_id', 'text', (column) => column.notNull())
    .addColumn('session_id', 'text')
    .addColumn('announced_on', 'text', (column) => column.notNull())
    .addColumn('erases_on', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('retention_announcements_once')
    .on('retention_announcements')
    .columns(['family_id', sql`coalesce(session_id, '')`])
    .unique()
    .execute();
  await db.schema
    .createIndex('retention_announcements_by_day')
    .on('retention_announcements')
    .columns(['erases_on', 'place'])
    .execute();
  await db.schema
    .createTable('retention_keeps')
    .addColumn('place', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('family_id', 'text', (column) => column.notNull())
    .addColumn('session_id', 'text')
    .addColumn('kept_until', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('kept_by', 'text', (column) => column.notNull())
    .addColumn('kept_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('retention_keeps_family')
    .on('retention_keeps')
    .columns(['family_id', 'session_id'])
    .execute();
  await db.schema
    .createTable('retention_runs')
    .addColumn('on_day', 'text', (column) => column.primaryKey())
    .addColumn('finished_at', 'text', (column) => column.notNull())
    .execute();
}
