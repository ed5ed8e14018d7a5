import { sql, type Kysely } from 'kysely';

/**
 * One key for each family, encrypted by the clinic's. The tables of what is encrypted stay as they are, because SQLite
 * stores bytes in columns of text. `sealExisting` encrypts what is there and notes in `sealed_to` how far it is, and in
 * `sealing` up to where the file was cleaned of the plain text.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('family_keys')
    .addColumn('family_id', 'text', (column) => column.primaryKey().references('families.family_id'))
    .addColumn('wrapped_key', 'blob')
    .addColumn('clinic_key_id', 'text')
    .addColumn('sealed_to', 'integer', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('destroyed_at', 'text')
    .execute();
  await db.schema.createIndex('family_keys_clinic_key').on('family_keys').column('clinic_key_id').execute();
  await db.schema.createIndex('devices_session').on('devices').column('session_id').execute();
  await db.schema
    .createTable('sealing')
    .addColumn('cleaned_to', 'integer', (column) => column.notNull())
    .execute();
  await sql`insert into sealing (cleaned_to) values (0)`.execute(db);
}
