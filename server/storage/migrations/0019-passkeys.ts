import { sql, type Kysely } from 'kysely';

/**
 * Passkeys get an id that is not their credential's, for addresses; nobody had any yet. Caregivers may have passkeys too,
 * each from a browser in which a diary was opened. A clinic may let the sign-in of its identity provider count as the
 * second step, and a person is known to the provider by its subject.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('passkeys').addColumn('passkey_id', 'text').execute();
  await db.schema.createIndex('passkeys_by_id').on('passkeys').column('passkey_id').unique().execute();
  await db.schema
    .createTable('caregiver_passkeys')
    .addColumn('credential_id', 'text', (column) => column.primaryKey())
    .addColumn('family_id', 'text', (column) => column.notNull().references('families.family_id'))
    .addColumn('caregiver_id', 'text', (column) => column.notNull())
    .addColumn('link_id', 'text')
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('counter', 'integer', (column) => column.notNull())
    .addColumn('transports', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .execute();
  await db.schema
    .createIndex('caregiver_passkeys_owner')
    .on('caregiver_passkeys')
    .columns(['family_id', 'caregiver_id'])
    .execute();
  await db.schema
    .alterTable('sign_in_policies')
    .addColumn('provider_is_enough', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createIndex('auth_account_by_provider')
    .on('auth_account')
    .columns(['providerId', 'accountId'])
    .unique()
    .where(sql.ref('providerId'), '=', 'oidc')
    .execute();
}
