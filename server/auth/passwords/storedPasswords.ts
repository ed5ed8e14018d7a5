import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { AuthSettings } from '../authOptions.ts';

type StoredPasswords = {
  /** Whether this is the person's password. */
  readonly isRight: (userId: ParticipantId, password: string) => Promise<boolean>;
  /** Stores a password that was just shown to be right with the costs of today, if its hash is from before them. */
  readonly renew: (userId: ParticipantId, password: string) => Promise<void>;
};

/** The hashes of passwords in the database. */
export function createStoredPasswords({ db, passwords }: Pick<AuthSettings, 'db' | 'passwords'>): StoredPasswords {
  async function hashOf(userId: ParticipantId): Promise<string | undefined> {
    const query = db.selectFrom('auth_account').select('password').where('userId', '=', userId);
    const row = await query.where('providerId', '=', 'credential').executeTakeFirst();
    return row?.password ?? undefined;
  }

  return {
    async isRight(userId, password) {
      const hash = await hashOf(userId);
      return hash !== undefined && passwords.verify({ hash, password });
    },

    async renew(userId, password) {
      const old = await hashOf(userId);
      if (old === undefined || !passwords.isOld(old)) return;
      const hash = await passwords.hash(password);
      // One that was changed in the meantime stays.
      await db
        .updateTable('auth_account')
        .set({ password: hash })
        .where('userId', '=', userId)
        .where('password', '=', old)
        .execute();
    },
  };
}
