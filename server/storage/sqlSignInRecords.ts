import type { Db } from './db.ts';
import type { SignInRecords } from './signInRecords.ts';
import { setPassword } from './setPassword.ts';
import { inTransaction } from './inTransaction.ts';

/** More than anybody has. */
const MOST_LISTED = 50;

export function sqlSignInRecords(db: Db): SignInRecords {
  return {
    async listSignIns(userId) {
      const rows = await db
        .selectFrom('auth_session')
        .select(['id as signInId', 'userAgent', 'way', 'createdAt', 'seenAt'])
        .where('userId', '=', userId)
        .orderBy('createdAt', 'desc')
        .limit(MOST_LISTED)
        .execute();
      return rows.map(({ signInId, userAgent, way, createdAt, seenAt }) => ({
        signInId,
        userAgent: userAgent ?? '',
        way: way ?? 'password',
        since: new Date(createdAt),
        seenAt: new Date(seenAt ?? createdAt),
      }));
    },

    async noteBrowser(signInId, userAgent) {
      await db.updateTable('auth_session').set({ userAgent }).where('id', '=', signInId).execute();
    },

    async noteSeen(signInId, now) {
      await db.updateTable('auth_session').set({ seenAt: now.toISOString() }).where('id', '=', signInId).execute();
    },

    async endSignIn(userId, signInId) {
      const { numDeletedRows } = await db
        .deleteFrom('auth_session')
        .where('userId', '=', userId)
        .where('id', '=', signInId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async hasPassword(userId) {
      const account = await db
        .selectFrom('auth_account')
        .select('id')
        .where('userId', '=', userId)
        .where('providerId', '=', 'credential')
        .where('password', 'is not', null)
        .executeTakeFirst();
      return account !== undefined;
    },

    async endOtherSignIns(userId, kept) {
      await db.deleteFrom('auth_session').where('userId', '=', userId).where('id', '!=', kept).execute();
    },

    async changePassword({ userId, signInId }, passwordHash, now) {
      await inTransaction(db, async (transaction) => {
        await setPassword(transaction, userId, passwordHash, now);
        await transaction.deleteFrom('auth_session').where('userId', '=', userId).where('id', '!=', signInId).execute();
      });
    },
  };
}
