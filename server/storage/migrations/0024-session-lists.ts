import type { Kysely } from 'kysely';

/** Pages of sessions are found without reading all of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('coaching_sessions_by_time')
    .on('coaching_sessions')
    .columns(['starts_at', 'session_id'])
    .execute();
  await db.schema.dropIndex('coaching_sessions_family').execute();
  await db.schema
    .createIndex('coaching_sessions_family')
    .on('coaching_sessions')
    .columns(['family_id', 'starts_at'])
    .execute();
  await db.schema.createIndex('session_models_by_phase').on('session_models').column('phase').execute();
  await db.schema
    .createIndex('session_models_by_sign_off')
    .on('session_models')
    .columns(['signed_off_at', 'closed_at'])
    .execute();
}
