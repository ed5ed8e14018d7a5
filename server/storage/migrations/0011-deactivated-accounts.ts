import type { Kysely } from 'kysely';

/** Accounts that nobody can sign in to any more. What they did stays theirs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('auth_user').addColumn('deactivated', 'boolean').execute();
}
