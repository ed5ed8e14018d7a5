import type { Kysely } from 'kysely';

/**
 * Second factors, and what a sign-in has given. A clinic without a row in `sign_in_policies` is from before, and asks
 * nobody for a second factor until its admin decides.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('auth_session').addColumn('way', 'text').execute();
  for (const moment of ['secondFactorAt', 'confirmedAt', 'seenAt']) {
    await db.schema.alterTable('auth_session').addColumn(moment, 'timestamptz').execute();
  }
  await db.schema
    .createTable('sign_in_policies')
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('second_factor', 'text', (column) => column.notNull())
    .addColumn('idle_minutes', 'integer', (column) => column.notNull())
    .addColumn('lasts_hours', 'integer', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull().references('auth_user.id'))
    .addColumn('made_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('authenticators')
    .addColumn('user_id', 'text', (column) => column.primaryKey().references('auth_user.id').onDelete('cascade'))
    .addColumn('sealed_secret', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('confirmed_at', 'text')
    .addColumn('last_step', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('recovery_codes')
    .addColumn('code_hash', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('auth_user.id').onDelete('cascade'))
    .execute();
  await db.schema.createIndex('recovery_codes_user').on('recovery_codes').column('user_id').execute();
  await db.schema
    .createTable('passkeys')
    .addColumn('credential_id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('auth_user.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('counter', 'integer', (column) => column.notNull())
    .addColumn('transports', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .execute();
  await db.schema.createIndex('passkeys_user').on('passkeys').column('user_id').execute();
}
