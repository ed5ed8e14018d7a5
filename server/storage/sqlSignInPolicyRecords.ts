import { UNDECIDED_POLICY } from '#shared/protocol/http/signInPolicy.ts';
import type { Db } from './db.ts';
import { inTransaction } from './inTransaction.ts';
import type { SignInPolicyRecords } from './signInPolicyRecords.ts';

export function sqlSignInPolicyRecords(db: Db): SignInPolicyRecords {
  return {
    async readSignInPolicy() {
      const newest = await db
        .selectFrom('sign_in_policies')
        .select([
          'provider_is_enough as provider',
          'second_factor as secondFactor',
          'idle_minutes as idleMinutes',
          'lasts_hours as lastsHours',
        ])
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (newest === undefined) return UNDECIDED_POLICY;
      const { provider, ...policy } = newest;
      return { ...policy, isProviderEnough: provider === 1 };
    },

    async writeSignInPolicy({ secondFactor, isProviderEnough, idleMinutes, lastsHours }, by, at) {
      await inTransaction(db, async (transaction) => {
        const last = await transaction
          .selectFrom('sign_in_policies')
          .select(({ fn }) => fn.max('version').as('version'))
          .executeTakeFirst();
        await transaction
          .insertInto('sign_in_policies')
          .values({
            version: (last?.version ?? 0) + 1,
            second_factor: secondFactor,
            provider_is_enough: isProviderEnough ? 1 : 0,
            idle_minutes: idleMinutes,
            lasts_hours: lastsHours,
            made_by: by,
            made_at: at.toISOString(),
          })
          .execute();
      });
    },
  };
}
