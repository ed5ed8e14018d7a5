import type { Db } from './openDatabase.ts';
import type { PeopleRecords } from './records.ts';

export function sqlPeopleRecords(db: Db): PeopleRecords {
  return {
    async hasAccounts() {
      return (await db.selectFrom('auth_user').select('id').limit(1).executeTakeFirst()) !== undefined;
    },

    async listAccounts() {
      return db.selectFrom('auth_user').select(['id as userId', 'name', 'email', 'role']).orderBy('name').execute();
    },
  };
}
