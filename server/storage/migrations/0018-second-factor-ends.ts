import type { Kysely } from 'kysely';
import { makeTrigger } from './makeTrigger.ts';

/** A sign-in that loses its second factor may end too: as in migration 0012. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await makeTrigger(db, {
    name: 'access_auth_session_second_factor',
    event: 'after update of "secondFactorAt" on "auth_session"',
    when: 'old."secondFactorAt" is not null and new."secondFactorAt" is null',
    does: `insert into access_changes (kind, subject) values ('person', old."userId");`,
  });
}
