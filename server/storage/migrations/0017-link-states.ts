import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';

const TABLES = ['join_links', 'diary_links'] as const;

type Links = { secret_hash: string; link_id: string };
type Before = { join_links: Links; diary_links: Links };

/**
 * Links that staff can list and withdraw: each has an id that is not derived from its secret, and names the device or
 * browser that used it. What used an earlier link is not known.
 */
export async function up(db: Kysely<Before>): Promise<void> {
  for (const table of TABLES) {
    for (const column of ['link_id', 'made_at', 'withdrawn_at']) {
      await db.schema.alterTable(table).addColumn(column, 'text').execute();
    }
    for (const { secret_hash } of await db.selectFrom(table).select('secret_hash').execute()) {
      const link_id = randomBytes(16).toString('hex');
      await db.updateTable(table).set({ link_id }).where('secret_hash', '=', secret_hash).execute();
    }
    await db.schema.createIndex(`${table}_by_id`).on(table).column('link_id').unique().execute();
  }
  await db.schema.alterTable('join_links').addColumn('device_id', 'text').execute();
  await db.schema.createIndex('join_links_by_session').on('join_links').column('session_id').execute();
  await db.schema.createIndex('diary_links_by_family').on('diary_links').column('family_id').execute();
  for (const column of ['link_id', 'opened_at', 'closed_at']) {
    await db.schema.alterTable('diary_browsers').addColumn(column, 'text').execute();
  }
}
