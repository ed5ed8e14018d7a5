import { PostgresAdapter, type Kysely } from 'kysely';

type Engine = 'sqlite' | 'postgres';

export function engineOf<T>(db: Pick<Kysely<T>, 'getExecutor'>): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}
