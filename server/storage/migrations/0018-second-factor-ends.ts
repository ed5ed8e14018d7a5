import { sql, type Kysely } from 'kysely';

/** A sign-in that loses its second factor may end too: as in migration 0012. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create trigger "access_auth_session_second_factor" after update of "secondFactorAt" on "auth_session"
      when old."secondFactorAt" is not null and new."secondFactorAt" is null
      begin insert into access_changes (kind, subject) values ('person', old."userId"); end`,
    )
    .execute(db);
}
