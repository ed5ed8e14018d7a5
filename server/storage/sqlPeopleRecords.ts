import { SECOND_FACTORS } from '#shared/domain/secondFactor.ts';
import type { Account, Person } from '#shared/protocol/http/people.ts';
import type { Db } from './db.ts';
import type { PeopleRecords } from './peopleRecords.ts';

export function sqlPeopleRecords(db: Db): PeopleRecords {
  const invitations = db
    .selectFrom('account_links')
    .select(({ fn }) => ['user_id', fn.max('expires_at').as('until')])
    .where('purpose', '=', 'invitation')
    .groupBy('user_id')
    .as('invitation');
  const apps = db.selectFrom('authenticators').select('user_id').where('confirmed_at', 'is not', null);
  const accounts = () =>
    db
      .selectFrom('auth_user')
      .leftJoin(invitations, 'invitation.user_id', 'auth_user.id')
      .select(['id as userId', 'name', 'email', 'role', 'deactivated', 'invitation.until as invitedUntil'])
      .select((build) => [
        build('id', 'in', apps).as('app'),
        build('id', 'in', db.selectFrom('passkeys').select('user_id')).as('passkey'),
      ]);

  return {
    async hasAccounts() {
      return (await db.selectFrom('auth_user').select('id').limit(1).executeTakeFirst()) !== undefined;
    },

    async listAccounts() {
      return (await accounts().orderBy('name').execute()).map(personOf);
    },

    async findAccount(userId) {
      const row = await accounts().where('id', '=', userId).executeTakeFirst();
      return row && personOf(row);
    },
  };
}

/** As the table has it. */
type Row = Account & {
  readonly deactivated: 0 | 1 | null;
  readonly invitedUntil: string | null;
  readonly app: unknown;
  readonly passkey: unknown;
};

function personOf({ deactivated, invitedUntil, app, passkey, ...account }: Row): Person {
  const secondFactors = SECOND_FACTORS.filter((kind) => Boolean({ app, passkey }[kind]));
  if (deactivated === 1) return { ...account, secondFactors, standing: 'deactivated', invitedUntil: null };
  return { ...account, secondFactors, standing: invitedUntil === null ? 'active' : 'invited', invitedUntil };
}
