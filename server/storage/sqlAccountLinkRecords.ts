import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { ACCOUNT_LINK_LASTS_MS, ASK_FOR_LINK_EVERY_MS, type AccountLinkPurpose } from '#shared/domain/accountLinks.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import { isConflict } from './isConflict.ts';
import { isNotDeactivated } from './isNotDeactivated.ts';
import type { Db } from './db.ts';
import type { AccountLinkRecords, MadeAccountLink } from './accountLinkRecords.ts';
import { hashSecret, makeSecret } from './secrets.ts';
import { setPassword } from './setPassword.ts';
import { inTransaction } from './inTransaction.ts';

type Holder = { readonly userId: ParticipantId; readonly name: string; readonly email: string };

export function sqlAccountLinkRecords(db: Db): AccountLinkRecords {
  return {
    async invitePerson(person, now) {
      const userId = ParticipantId.parse(randomUUID());
      const holder = { userId, name: person.name, email: person.email.toLowerCase() };
      const at = now.toISOString();
      try {
        return await inTransaction(db, async (transaction) => {
          await transaction
            .insertInto('auth_user')
            .values({
              ...{ id: userId, name: holder.name, email: holder.email, role: person.role },
              ...{ emailVerified: 0, createdAt: at, updatedAt: at },
            })
            .execute();
          return await keepLink(transaction, holder, 'invitation', now);
        });
      } catch (error) {
        if (isConflict(error)) return undefined;
        throw error;
      }
    },

    async replaceAccountLinks(userId, now) {
      return inTransaction(db, async (transaction) => {
        const holder = await findHolder(transaction, 'id', userId);
        if (holder === undefined) return undefined;
        const purpose = await purposeOf(transaction, userId);
        await transaction.deleteFrom('account_links').where('user_id', '=', userId).execute();
        return await keepLink(transaction, holder, purpose, now);
      });
    },

    async makeOwnAccountLink(email, now) {
      return inTransaction(db, async (transaction) => {
        const holder = await findHolder(transaction, 'email', email.toLowerCase());
        if (holder === undefined) return undefined;
        const recent = await transaction
          .selectFrom('account_links')
          .select('secret_hash')
          .where('user_id', '=', holder.userId)
          .where('made_at', '>', new Date(now.getTime() - ASK_FOR_LINK_EVERY_MS).toISOString())
          .executeTakeFirst();
        if (recent !== undefined) return undefined;
        return await keepLink(transaction, holder, await purposeOf(transaction, holder.userId), now);
      });
    },

    async findAccountLink(secret, now) {
      return usable(db, secret, now)
        .select(['auth_user.name', 'auth_user.email', 'account_links.purpose'])
        .executeTakeFirst();
    },

    async useAccountLink(secret, passwordHash, now) {
      return inTransaction(db, async (transaction) => {
        const found = await usable(transaction, secret, now)
          .select(['auth_user.id as userId', 'auth_user.name', 'auth_user.email', 'account_links.purpose'])
          .executeTakeFirst();
        if (found === undefined) return undefined;
        const { userId, ...holder } = found;
        await setPassword(transaction, userId, passwordHash, now);
        await transaction.deleteFrom('auth_session').where('userId', '=', userId).execute();
        return holder;
      });
    },

    async withdrawInvitation(userId) {
      return inTransaction(db, async (transaction) => {
        if ((await purposeOf(transaction, userId)) !== 'invitation') return false;
        await transaction.deleteFrom('account_links').where('user_id', '=', userId).execute();
        await transaction.deleteFrom('team_people').where('user_id', '=', userId).execute();
        if (await hasFamilies(transaction, userId)) {
          await transaction.updateTable('auth_user').set({ deactivated: 1 }).where('id', '=', userId).execute();
        } else await transaction.deleteFrom('auth_user').where('id', '=', userId).execute();
        return true;
      });
    },
  };
}

type Reader = Pick<Db, 'selectFrom'>;

/** The account, unless it is deactivated. */
async function findHolder(db: Reader, by: 'id' | 'email', value: string): Promise<Holder | undefined> {
  return db
    .selectFrom('auth_user')
    .select(['id as userId', 'name', 'email'])
    .where(sql.ref(`auth_user.${by}`), '=', value)
    .where(isNotDeactivated)
    .executeTakeFirst();
}

/** An invitation as long as its person has not accepted one. */
async function purposeOf(db: Reader, userId: ParticipantId): Promise<AccountLinkPurpose> {
  const invited = await db
    .selectFrom('account_links')
    .select('secret_hash')
    .where('user_id', '=', userId)
    .where('purpose', '=', 'invitation')
    .executeTakeFirst();
  return invited === undefined ? 'password' : 'invitation';
}

/** Whether families were ever theirs: then their name is part of what happened to those. */
async function hasFamilies(db: Reader, userId: ParticipantId): Promise<boolean> {
  const tie = await db
    .selectFrom('family_therapists')
    .select('place')
    .where((build) => build.or([build('user_id', '=', userId), build('cover_for', '=', userId)]))
    .executeTakeFirst();
  const session = await db
    .selectFrom('coaching_sessions')
    .select('session_id')
    .where('lead_user_id', '=', userId)
    .executeTakeFirst();
  return tie !== undefined || session !== undefined;
}

async function keepLink(
  db: Pick<Db, 'insertInto'>,
  holder: Holder,
  purpose: AccountLinkPurpose,
  now: Date,
): Promise<MadeAccountLink> {
  const secret = makeSecret();
  const expiresAt = new Date(now.getTime() + ACCOUNT_LINK_LASTS_MS[purpose]);
  await db
    .insertInto('account_links')
    .values({
      ...{ secret_hash: hashSecret(secret), user_id: holder.userId, purpose },
      ...{ made_at: now.toISOString(), expires_at: expiresAt.toISOString() },
    })
    .execute();
  return { ...holder, purpose, link: { secret, expiresAt } };
}

const usable = (db: Reader, secret: string, now: Date) =>
  db
    .selectFrom('account_links')
    .innerJoin('auth_user', 'auth_user.id', 'account_links.user_id')
    .where('account_links.secret_hash', '=', hashSecret(secret))
    .where('account_links.expires_at', '>', now.toISOString())
    .where(isNotDeactivated);
