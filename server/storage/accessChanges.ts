import type { Db } from './db.ts';

/** A person, device or session whose access may have changed. */
export type AccessSubject = `${'person' | 'device' | 'session'} ${string}`;

/** What the database noted of every change that may end a sign-in or an admission, whoever made it. Rule PER7. */
export type AccessChanges = {
  /** The number of the newest change. It only grows. */
  readonly latest: () => Promise<number>;
  /** Whom the changes after one number, up to another, are about. */
  readonly between: (after: number, upTo: number) => Promise<readonly AccessSubject[]>;
  /** Changes up to this number are not asked for again. */
  readonly forget: (upTo: number) => Promise<void>;
};

export function createSqlAccessChanges(db: Db): AccessChanges {
  return {
    async latest() {
      const newest = await db
        .selectFrom('access_changes')
        .select('id')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return newest?.id ?? 0;
    },

    async between(after, upTo) {
      const touched = await db
        .selectFrom('access_changes')
        .select(['kind', 'subject'])
        .distinct()
        .where('id', '>', after)
        .where('id', '<=', upTo)
        .execute();
      return touched.map(({ kind, subject }) => `${kind} ${subject}` as const);
    },

    async forget(upTo) {
      await db.deleteFrom('access_changes').where('id', '<=', upTo).execute();
    },
  };
}
