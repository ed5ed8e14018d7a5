import { sql, type Kysely } from 'kysely';
import { engineOf } from '../engineOf.ts';

/**
 * One key for each family, encrypted by the clinic's. In SQLite the tables of what is encrypted stay as they are, because it
 * stores bytes in columns of text. In PostgreSQL nothing was ever stored as text. `sealExisting` encrypts what is there and notes in `sealed_to` how far it is, and in
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
  if (engineOf(db) === 'postgres') await storeBytes(db);
}

const ENCRYPTED = {
  families: ['name', 'child_initials', 'child_birth_month'],
  caregivers: ['name'],
  safety_sheets: ['sheet', 'changed_by'],
  family_facts: ['by', 'entry'],
  devices: ['name'],
  session_facts: ['fact'],
  recordings: ['wrapped_key'],
};

async function storeBytes(db: Kysely<never>): Promise<void> {
  for (const [table, columns] of Object.entries(ENCRYPTED)) {
    for (const column of columns) {
      await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} type bytea using null`.execute(db);
    }
  }
}
