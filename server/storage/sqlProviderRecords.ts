import { randomUUID } from 'node:crypto';
import { isConflict } from './isConflict.ts';
import { isNotDeactivated } from './isNotDeactivated.ts';
import type { Db } from './db.ts';
import type { ProviderRecords } from './providerRecords.ts';
import { inTransaction } from './inTransaction.ts';

/** As the sign-in library calls a way of signing in. */
const PROVIDER = 'oidc';

export function sqlProviderRecords(db: Db): ProviderRecords {
  return {
    async findBySubject(subject) {
      const row = await db
        .selectFrom('auth_account')
        .select('userId')
        .where('providerId', '=', PROVIDER)
        .where('accountId', '=', subject)
        .executeTakeFirst();
      return row?.userId;
    },

    async hasSubject(userId) {
      const row = await db
        .selectFrom('auth_account')
        .select('id')
        .where('userId', '=', userId)
        .where('providerId', '=', PROVIDER)
        .executeTakeFirst();
      return row !== undefined;
    },

    async connectSubject(subject, email, now) {
      const at = now.toISOString();
      try {
        return await inTransaction(db, async (transaction) => {
          const person = await transaction
            .selectFrom('auth_user')
            .select('id')
            .where('email', '=', email)
            .where(isNotDeactivated)
            .where(
              'id',
              'not in',
              transaction.selectFrom('auth_account').select('userId').where('providerId', '=', PROVIDER),
            )
            .executeTakeFirst();
          if (person === undefined) return undefined;
          const { id: userId } = person;
          await transaction
            .insertInto('auth_account')
            .values({
              ...{ id: randomUUID(), accountId: subject, providerId: PROVIDER, userId, password: null },
              ...{ createdAt: at, updatedAt: at },
            })
            .execute();
          await transaction.deleteFrom('account_links').where('user_id', '=', userId).execute();
          return userId;
        });
      } catch (error) {
        if (isConflict(error)) return undefined;
        throw error;
      }
    },
  };
}
