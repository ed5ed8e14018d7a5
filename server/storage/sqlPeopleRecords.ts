import type { Db } from './openDatabase.ts';
import type { PeopleRecords } from './records.ts';

export function sqlPeopleRecords(db: Db): PeopleRecords {
  return {
    async hasAccounts() {
      return (await db.selectFrom('auth_user').select('id').limit(1).executeTakeFirst()) !== undefined;
    },

    async listAccounts() {
      const rows = await db
        .selectFrom('auth_user')
        .select(['id as userId', 'name', 'email', 'role', 'deactivated'])
        .orderBy('name')
        .execute();
      return rows.map(({ deactivated, ...account }) => ({ ...account, isActive: deactivated !== 1 }));
    },
  };
}
