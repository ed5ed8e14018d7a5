import type { Db } from './openDatabase.ts';
import type { PeopleRecords } from './records.ts';

export function sqlPeopleRecords(db: Db): PeopleRecords {
  const invitations = db
    .selectFrom('account_links')
    .select(({ fn }) => ['user_id', fn.max('expires_at').as('until')])
    .where('purpose', '=', 'invitation')
    .groupBy('user_id')
    .as('invitation');

  return {
    async hasAccounts() {
      return (await db.selectFrom('auth_user').select('id').limit(1).executeTakeFirst()) !== undefined;
    },

    async listAccounts() {
      const rows = await db
        .selectFrom('auth_user')
        .leftJoin(invitations, 'invitation.user_id', 'auth_user.id')
        .select(['id as userId', 'name', 'email', 'role', 'deactivated', 'invitation.until as invitedUntil'])
        .orderBy('name')
        .execute();
      return rows.map(({ deactivated, invitedUntil, ...account }) => {
        if (deactivated === 1) return { ...account, standing: 'deactivated', invitedUntil: null };
        return { ...account, standing: invitedUntil === null ? 'active' : 'invited', invitedUntil };
      });
    },
  };
}
