import type SqliteDatabase from 'better-sqlite3';
import type { SqliteDatabase as Prepares } from 'kysely';

/** A bound on memory: lists of other lengths are other statements. */
const KEPT = 500;

/**
 * Keeps the statements that were used last. SQLite takes about as long to prepare one as to run it, and Kysely prepares
 * each one anew. Nothing is streamed, so a statement has always ended when it is used again.
 */
export function keepPrepared(sqlite: SqliteDatabase.Database): Prepares {
  const kept = new Map<string, SqliteDatabase.Statement<readonly unknown[]>>();

  return {
    prepare(sql) {
      // SQLite carries out part of a pragma while it prepares it: one that is kept would not set its value again.
      if (/^\s*pragma/iu.test(sql)) return sqlite.prepare<readonly unknown[]>(sql);
      const statement = kept.get(sql) ?? sqlite.prepare<readonly unknown[]>(sql);
      kept.delete(sql);
      kept.set(sql, statement);
      const [oldest] = kept.size > KEPT ? kept.keys() : [];
      if (oldest !== undefined) kept.delete(oldest);
      return statement;
    },
    close() {
      kept.clear();
      sqlite.close();
    },
  };
}
