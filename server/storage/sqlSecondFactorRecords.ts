import type { Db } from './db.ts';
import type { SecondFactorRecords } from './secondFactorRecords.ts';
import { inTransaction } from './inTransaction.ts';

export function sqlSecondFactorRecords(db: Db): SecondFactorRecords {
  return {
    async findSecondFactors(userId) {
      const authenticator = await db
        .selectFrom('authenticators')
        .select(['sealed_secret as sealedSecret', 'confirmed_at as confirmedAt'])
        .where('user_id', '=', userId)
        .executeTakeFirst();
      const { recoveryCodesLeft } = await db
        .selectFrom('recovery_codes')
        .select(({ fn }) => fn.countAll<number>().as('recoveryCodesLeft'))
        .where('user_id', '=', userId)
        .executeTakeFirstOrThrow();
      const { passkeys } = await db
        .selectFrom('passkeys')
        .select(({ fn }) => fn.countAll<number>().as('passkeys'))
        .where('user_id', '=', userId)
        .executeTakeFirstOrThrow();
      return { authenticator, passkeys, recoveryCodesLeft };
    },

    async beginAuthenticator(userId, sealedSecret, now) {
      const made = { sealed_secret: sealedSecret, made_at: now.toISOString(), confirmed_at: null, last_step: 0 };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('authenticators')
        .values({ user_id: userId, ...made })
        .onConflict((conflict) =>
          conflict.column('user_id').doUpdateSet(made).where('authenticators.confirmed_at', 'is', null),
        )
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async useAuthenticatorStep(userId, step, now) {
      const { numUpdatedRows } = await db
        .updateTable('authenticators')
        .set((build) => ({
          last_step: step,
          confirmed_at: build.fn.coalesce('confirmed_at', build.val(now.toISOString())),
        }))
        .where('user_id', '=', userId)
        .where('last_step', '<', step)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async removeAuthenticator(userId) {
      await inTransaction(db, async (transaction) => {
        await transaction.deleteFrom('authenticators').where('user_id', '=', userId).execute();
        await transaction
          .updateTable('auth_session')
          .set({ secondFactorAt: null })
          .where('userId', '=', userId)
          .execute();
      });
    },

    async removeSecondFactors(userId) {
      return inTransaction(db, async (transaction) => {
        const app = await transaction.deleteFrom('authenticators').where('user_id', '=', userId).executeTakeFirst();
        const keys = await transaction.deleteFrom('passkeys').where('user_id', '=', userId).executeTakeFirst();
        await transaction.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
        await transaction.deleteFrom('auth_session').where('userId', '=', userId).execute();
        return app.numDeletedRows + keys.numDeletedRows > 0n;
      });
    },

    async replaceRecoveryCodes(userId, hashes) {
      await inTransaction(db, async (transaction) => {
        await transaction.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
        await transaction
          .insertInto('recovery_codes')
          .values(hashes.map((code_hash) => ({ code_hash, user_id: userId })))
          .execute();
      });
    },

    async useRecoveryCode(userId, hash) {
      const { numDeletedRows } = await db
        .deleteFrom('recovery_codes')
        .where('user_id', '=', userId)
        .where('code_hash', '=', hash)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async confirmSignIn(signInId, now) {
      await db.updateTable('auth_session').set({ confirmedAt: now.toISOString() }).where('id', '=', signInId).execute();
    },

    async completeSignIn(signInId, now) {
      const at = now.toISOString();
      await db
        .updateTable('auth_session')
        .set({ secondFactorAt: at, confirmedAt: at })
        .where('id', '=', signInId)
        .execute();
    },
  };
}
