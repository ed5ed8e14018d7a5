import type { Kysely } from 'kysely';

/** How each node does, as it says itself every few seconds. Numbers only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('nodes').addColumn('figures', 'text').execute();
}
