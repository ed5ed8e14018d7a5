import { CHALLENGE_LASTS_MS } from '#shared/domain/secondFactor.ts';
import type { Db } from '#server/storage/db.ts';
import { hashSecret, makeSecret } from '#server/storage/secrets.ts';

/** Random values that somebody has to sign, or to bring back, each once and for one purpose. */
export type Challenges = {
  readonly make: (purpose: string) => Promise<string>;
  /** False if it was not made for this purpose, was used already, or is too old. */
  readonly use: (challenge: string, purpose: string) => Promise<boolean>;
};

/** In the database, so that any node and a server that was started again know them. */
export function createChallenges(db: Db, now: () => Date): Challenges {
  return {
    async make(purpose) {
      const challenge = makeSecret();
      const until = new Date(now().getTime() + CHALLENGE_LASTS_MS).toISOString();
      await db.deleteFrom('challenges').where('until', '<', now().toISOString()).execute();
      await db
        .insertInto('challenges')
        .values({ hash: hashSecret(challenge), purpose, until })
        .execute();
      return challenge;
    },

    async use(challenge, purpose) {
      const used = await db
        .deleteFrom('challenges')
        .where('hash', '=', hashSecret(challenge))
        .where('purpose', '=', purpose)
        .where('until', '>', now().toISOString())
        .executeTakeFirst();
      return used.numDeletedRows === 1n;
    },
  };
}
