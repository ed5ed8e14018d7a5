import type { Kysely } from 'kysely';

/** Accounts that nobody can sign in to anymore. Their work stays under their names. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('auth_user').addColumn('deactivated', 'boolean').execute();
}
