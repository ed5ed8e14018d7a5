import { type Kysely, sql } from 'kysely';
import { engineOf } from '../engineOf.ts';

/**
 * Which servers serve the clinic together, which of them has which live session (times in seconds since 1970), and the
 * challenges of passkeys, which any of them knows.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('nodes')
    .addColumn('node_id', 'text', (column) => column.primaryKey())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('started_at', 'double precision', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('session_leases')
    .addColumn('session_id', 'text', (column) => column.primaryKey())
    .addColumn('node_id', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'double precision', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('session_leases_of_node').on('session_leases').column('node_id').execute();
  await db.schema
    .createTable('challenges')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('challenges_by_end').on('challenges').column('until').execute();
  // Socket.IO's adapter keeps here what is too large for a notice, which ours never are, and looks for it by this name.
  if (engineOf(db) === 'postgres') {
    await sql`
      create table socket_io_attachments (id bigserial unique, created_at timestamptz default now(), payload bytea)
    `.execute(db);
  }
}
