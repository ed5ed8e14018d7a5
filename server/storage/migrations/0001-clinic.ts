import type { Kysely } from 'kysely';

/**
 * The first tables. Only types that SQLite and PostgreSQL share. Our moments are ISO text; those of the sign-in library
 * are `timestamptz`, which SQLite stores as the text it is given.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await makeSignInTables(db);
  await makeFamilyTables(db);
  await makeSessionTables(db);
  await makeDeviceTables(db);
}

/** As better-auth expects them (a test compares), with our `role` on the user. */
async function makeSignInTables(db: Kysely<unknown>) {
  await db.schema
    .createTable('auth_user')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('emailVerified', 'boolean', (column) => column.notNull())
    .addColumn('image', 'text')
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'timestamptz', (column) => column.notNull())
    .addColumn('updatedAt', 'timestamptz', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('auth_session')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('userId', 'text', (column) => column.notNull().references('auth_user.id').onDelete('cascade'))
    .addColumn('expiresAt', 'timestamptz', (column) => column.notNull())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('createdAt', 'timestamptz', (column) => column.notNull())
    .addColumn('updatedAt', 'timestamptz', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('auth_session_userId_idx').on('auth_session').column('userId').execute();
  await db.schema
    .createTable('auth_account')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('accountId', 'text', (column) => column.notNull())
    .addColumn('providerId', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.notNull().references('auth_user.id').onDelete('cascade'))
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', 'timestamptz')
    .addColumn('refreshTokenExpiresAt', 'timestamptz')
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('createdAt', 'timestamptz', (column) => column.notNull())
    .addColumn('updatedAt', 'timestamptz', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('auth_account_userId_idx').on('auth_account').column('userId').execute();
  await db.schema
    .createTable('auth_verification')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expiresAt', 'timestamptz', (column) => column.notNull())
    .addColumn('createdAt', 'timestamptz', (column) => column.notNull())
    .addColumn('updatedAt', 'timestamptz', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('auth_verification_identifier_idx')
    .on('auth_verification')
    .column('identifier')
    .execute();
}

async function makeFamilyTables(db: Kysely<unknown>) {
  await db.schema
    .createTable('families')
    .addColumn('family_id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('child_initials', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('caregivers')
    .addColumn('caregiver_id', 'text', (column) => column.primaryKey())
    .addColumn('family_id', 'text', (column) => column.notNull().references('families.family_id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addUniqueConstraint('caregivers_place', ['family_id', 'place'])
    .execute();
}

async function makeSessionTables(db: Kysely<unknown>) {
  await db.schema
    .createTable('coaching_sessions')
    .addColumn('session_id', 'text', (column) => column.primaryKey())
    .addColumn('family_id', 'text', (column) => column.notNull().references('families.family_id'))
    .addColumn('lead_user_id', 'text', (column) => column.notNull().references('auth_user.id'))
    .addColumn('starts_at', 'text', (column) => column.notNull())
    .addColumn('programme', 'text', (column) => column.notNull())
    .addColumn('programme_version', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull().references('auth_user.id'))
    .execute();
  await db.schema.createIndex('coaching_sessions_family').on('coaching_sessions').column('family_id').execute();
  await db.schema.createIndex('coaching_sessions_lead').on('coaching_sessions').column('lead_user_id').execute();
  await db.schema
    .createTable('session_facts')
    .addColumn('session_id', 'text', (column) => column.notNull().references('coaching_sessions.session_id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('fact', 'text', (column) => column.notNull())
    .addColumn('client_id', 'text')
    .addColumn('client_seq', 'integer')
    .addPrimaryKeyConstraint('session_facts_pk', ['session_id', 'seq'])
    .addUniqueConstraint('session_facts_outbox', ['session_id', 'client_id', 'client_seq'])
    .execute();
}

async function makeDeviceTables(db: Kysely<unknown>) {
  await db.schema
    .createTable('join_links')
    .addColumn('secret_hash', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.notNull().references('coaching_sessions.session_id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('wearer', 'text', (column) => column.references('caregivers.caregiver_id'))
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('redeemed_at', 'text')
    .execute();
  await db.schema
    .createTable('devices')
    .addColumn('device_id', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.notNull().references('coaching_sessions.session_id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('wearer', 'text', (column) => column.references('caregivers.caregiver_id'))
    .addColumn('credential_hash', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'text')
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
}
